package dev.dianpu.payment;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The ways to pay, of the plugins that are on. */
@ApplicationScoped
public class Payments {

  @Inject Extensions<Payment> all;

  /** Those that can be chosen now. */
  public List<Payment> offered() {
    return all.all().stream().filter(Payment::ready).toList();
  }

  /** One of {@link #offered()}. */
  public Optional<Payment> offered(String id) {
    return offered().stream().filter(method -> method.id().equals(id)).findFirst();
  }

  /** One that is on, even if it cannot be chosen any more: its notices may still come. */
  public Optional<Payment> find(String id) {
    return all.all().stream().filter(method -> method.id().equals(id)).findFirst();
  }
}
