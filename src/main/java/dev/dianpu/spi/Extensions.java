package dev.dianpu.spi;

import java.util.List;
import java.util.Optional;

/**
 * The implementations of {@code T} that plugins supply, of those plugins only that are switched on at the moment of the
 * call. Inject it as {@code @Inject Extensions<SmsChannel> channels}.
 *
 * @param <T> an extension type of this package
 */
public interface Extensions<T> {

  /** All implementations, in the order of their plugins' ids; empty when no plugin that has one is on. */
  List<T> all();

  /** The first of {@link #all()}, for a type of which a shop has one at most, such as {@link PhonePolicy}. */
  default Optional<T> first() {
    return all().stream().findFirst();
  }
}
