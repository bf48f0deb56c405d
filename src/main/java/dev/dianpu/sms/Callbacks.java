package dev.dianpu.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.AddressRange;
import dev.dianpu.spi.SmsPushReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses at which gateways call the shop. Each channel has a part in it that nobody can guess: 128 bits that
 * follow from the shop's key, so that they stand in no table; the owner may have another one made.
 */
@ApplicationScoped
public class Callbacks {

  /** All addresses begin with this. */
  public static final String PATH = "/callbacks/sms/";

  private static final int SECRET_BYTES = 16;
  private static final int LONGEST_LIST = 2000;

  @Inject Channels channels;
  @Inject CallbackRepository repository;
  @Inject CallbackChanges changes;
  @Inject SecretBox box;

  /** An address that the owner enters on the gateway's site. */
  public record Address(SmsPushReceiver.Kind kind, String path) {}

  /**
   * How a gateway may call.
   *
   * @param addresses one for each kind that it pushes
   * @param allowed the IP addresses and ranges from which it may, one a line; empty for any
   */
  public record Door(List<Address> addresses, String allowed) {}

  /** The door of a channel whose gateway calls; empty for any other. */
  public Optional<Door> of(String channel) {
    return receiver(channel).map(receiver -> {
      CallbackRepository.Row row = repository.find(channel);
      String base = PATH + channel + '/' + secret(channel, row.renewals()) + '/';
      return new Door(receiver.pushes().stream().sorted()
          .map(kind -> new Address(kind, base + kind.name().toLowerCase(Locale.ROOT))).toList(),
          row.addresses().replace(' ', '\n'));
    });
  }

  /** The channel behind an address, if the unguessable part is right. */
  Optional<SmsPushReceiver> open(String channel, String secret) {
    String right = secret(channel, repository.find(channel).renewals());
    boolean same = MessageDigest.isEqual(right.getBytes(US_ASCII), secret.getBytes(US_ASCII));
    return receiver(channel).filter(receiver -> same);
  }

  /** Whether a gateway may call from there. */
  boolean admits(String channel, String address) {
    String allowed = repository.find(channel).addresses();
    return allowed.isEmpty() || Arrays.stream(allowed.split(" "))
        .anyMatch(range -> AddressRange.parse(range).filter(one -> one.contains(address)).isPresent());
  }

  private Optional<SmsPushReceiver> receiver(String channel) {
    return channels.find(channel).filter(SmsPushReceiver.class::isInstance).map(SmsPushReceiver.class::cast);
  }

  private String secret(String channel, int renewals) {
    byte[] digest = box.digest("sms-callback", channel + '|' + renewals);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, SECRET_BYTES));
  }

  /** Makes other addresses; the old ones lead nowhere from now on. */
  public void renew(String channel) {
    changes.renew(channel);
  }

  /**
   * Says from where a gateway may call.
   *
   * @param entered addresses and ranges, separated by blanks, commas or lines; blank for any
   * @return the first that is none; empty when all were saved
   */
  public Optional<String> allow(String channel, String entered) {
    List<String> ranges = Arrays.stream(entered.strip().split("[\\s,，;；]+")).filter(one -> !one.isEmpty()).toList();
    String list = String.join(" ", ranges);
    Optional<String> wrong = ranges.stream().filter(one -> AddressRange.parse(one).isEmpty()).findFirst();
    if (wrong.isPresent() || list.length() > LONGEST_LIST) {
      return wrong.or(() -> Optional.of(ranges.get(ranges.size() - 1)));
    }
    changes.allow(channel, list);
    return Optional.empty();
  }

  /** The writes, each in one transaction with the log. */
  @ApplicationScoped
  @Transactional
  static class CallbackChanges {

    @Inject CallbackRepository repository;
    @Inject AdminLog log;

    void renew(String channel) {
      repository.renew(channel);
      log.record("admin.log.sms-callback-renewed", channel, "", "");
    }

    void allow(String channel, String list) {
      log.record("admin.log.sms-callback-addresses", channel, repository.find(channel).addresses(), list);
      repository.allow(channel, list);
    }
  }
}
