package dev.dianpu.admin.factor;

import dev.dianpu.registration.CodeAnswer;
import dev.dianpu.registration.OwnCodes;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.CodeRequest;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks an admin for something besides the password: a code of the app, by SMS or by mail, or a recovery code. One field
 * takes them all.
 */
@ApplicationScoped
public class SecondFactor {

  @Inject FactorBook book;
  @Inject AuthenticatorApp app;
  @Inject RecoveryCodes recovery;
  @Inject Devices devices;
  @Inject OwnCodes codes;
  @Inject Settings settings;

  /**
   * For whom and what something is asked.
   *
   * @param session number of the session or the half-done login: {@link #numbered}
   * @param purpose {@link Purpose#ADMIN_LOGIN} or {@link Purpose#CONFIRM}
   * @param address the client's IP address
   */
  public record Asked(long admin, long session, Purpose purpose, String address, Locale locale) {

    /** Below zero, since sessions of the storefront count upwards from one and codes know sessions by number alone. */
    public static long numbered(long session) {
      return -session;
    }
  }

  /** Whether a login that had the right password needs a second step on a device of this standing. */
  public boolean needed(long admin, Devices.Standing device) {
    Factors factors = book.of(admin);
    if (factors.second()) {
      return device != Devices.Standing.TRUSTED;
    }
    // Where no mail can leave now, the owner would be shut out by it.
    return device == Devices.Standing.NEW && settings.on(SecurityGroup.NEW_DEVICE_CODE)
        && !contacts(factors, Purpose.ADMIN_LOGIN).isEmpty();
  }

  /**
   * Where a code can be sent now. Mail is the weaker proof: it is taken only from whoever has no second factor, or one
   * that cannot be used now, since 短信通 is off.
   */
  public List<Contact> contacts(Factors factors, Purpose purpose) {
    Optional<Contact> phone = factors.phone().map(Contact::of).filter(contact -> codes.possible(contact, purpose));
    Optional<Contact> mail = factors.email().map(Contact::email)
        .filter(contact -> !factors.app() && phone.isEmpty() && codes.possible(contact, purpose));
    return Stream.of(phone, mail).flatMap(Optional::stream).toList();
  }

  /** Sends a code to the first contact; empty where there is none. */
  public Optional<CodeAnswer> send(Asked asked) {
    return contacts(book.of(asked.admin()), asked.purpose()).stream().findFirst()
        .map(contact -> codes.send(new OwnCodes.Wanted(Asked.numbered(asked.session()), contact, asked.purpose(),
            asked.address(), CodeRequest.OFF, Optional.empty(), asked.locale())));
  }

  /** Whether this is a right code, of whatever kind, which is spent by that. */
  public boolean passes(Asked asked, String typed) {
    Factors factors = book.of(asked.admin());
    if (RecoveryCodes.looksLike(typed)) {
      return recovery.use(asked.admin(), typed);
    }
    return (factors.app() && app.matches(asked.admin(), typed))
        || contacts(factors, asked.purpose()).stream().anyMatch(contact -> codes.spend(
            Asked.numbered(asked.session()), contact, asked.purpose(), typed, asked.address()) instanceof Check.Right);
  }
}
