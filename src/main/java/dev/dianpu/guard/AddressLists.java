package dev.dianpu.guard;

import dev.dianpu.platform.web.AddressRange;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Ranges of addresses that get no code, and those that the guard lets alone. */
@ApplicationScoped
class AddressLists {

  private record Read(String text, List<AddressRange> ranges) {

    static Read of(String text) {
      return new Read(text,
          text.lines().map(String::strip).flatMap(line -> AddressRange.parse(line).stream()).toList());
    }

    boolean has(String address) {
      return ranges.stream().anyMatch(range -> range.contains(address));
    }
  }

  private final AtomicReference<Read> blocked = new AtomicReference<>(Read.of(""));
  private final AtomicReference<Read> trusted = new AtomicReference<>(Read.of(""));

  @Inject Settings settings;

  boolean blocked(String address) {
    return current(blocked, GuardGroup.BLOCKED).has(address);
  }

  boolean trusted(String address) {
    return current(trusted, GuardGroup.TRUSTED).has(address);
  }

  /** Read again when the setting is another text. */
  private Read current(AtomicReference<Read> known, String key) {
    String text = settings.text(key);
    return known.updateAndGet(read -> read.text().equals(text) ? read : Read.of(text));
  }
}
