package dev.dianpu.admin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.system.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands between a stolen password and the shop: codes that pass once, devices, half-done logins. */
class FactorIT {

  private static final long ADMIN = FactorBeans.ADMIN;

  private FactorBeans room;
  private AuthenticatorApp app;
  private FactorBook book;
  private RecoveryCodes recovery;

  @BeforeEach
  void open() {
    room = new FactorBeans();
    app = room.beans.get(AuthenticatorApp.class);
    book = room.beans.get(FactorBook.class);
    recovery = room.beans.get(RecoveryCodes.class);
  }

  @AfterEach
  void close() {
    room.close();
  }

  /** Sets an app up with the code of the step before, and gives its secret. */
  private byte[] withApp() {
    AuthenticatorApp.Offer offer = app.offer(ADMIN, "shop", "boss", "");
    byte[] secret = decoded(offer.typed());
    assertThat(app.accept(ADMIN, offer.sealed(), Totp.code(secret, room.clock.instant().minusSeconds(30)))).isTrue();
    return secret;
  }

  /** As an app reads what is typed into it. */
  private static byte[] decoded(String base32) {
    java.math.BigInteger bits = java.math.BigInteger.ZERO;
    for (char letter : base32.toCharArray()) {
      bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] bytes = bits.toByteArray();
    byte[] secret = new byte[20];
    int length = Math.min(bytes.length, secret.length);
    System.arraycopy(bytes, bytes.length - length, secret, secret.length - length, length);
    return secret;
  }

  private String code(byte[] secret, int steps) {
    return Totp.code(secret, room.clock.instant().plusSeconds(30L * steps));
  }

  @Test
  void aCodeOfTheAppPassesOnceAndNoneOfItsStepOrBeforeAfterwards() {
    byte[] secret = withApp();
    assertThat(app.matches(ADMIN, code(secret, -1))).as("it set the app up").isFalse();
    assertThat(app.matches(ADMIN, code(secret, 0))).isTrue();
    assertThat(app.matches(ADMIN, code(secret, 0))).isFalse();
    room.clock.forward(Duration.ofSeconds(30));
    assertThat(app.matches(ADMIN, code(secret, -1))).isFalse();
    assertThat(app.matches(ADMIN, code(secret, 0).replaceAll("(...)", "$1 "))).as("typed with spaces").isTrue();
  }

  @Test
  void ofManyWithTheSameCodeOnePasses() {
    byte[] secret = withApp();
    List<Boolean> passed = AtOnce.run(20, () -> app.matches(ADMIN, code(secret, 0)));
    assertThat(passed.stream().filter(Boolean::booleanValue)).hasSize(1);
  }

  @Test
  void aSecretIsOfferedToOneAdminForHalfAnHour() {
    AuthenticatorApp.Offer offer = app.offer(ADMIN, "shop", "boss", "");
    String code = Totp.code(decoded(offer.typed()), room.clock.instant());
    assertThat(app.accept(2, offer.sealed(), code)).as("another admin").isFalse();
    assertThat(app.accept(ADMIN, offer.sealed() + "x", code)).as("forged").isFalse();
    assertThat(app.offer(ADMIN, "shop", "boss", offer.sealed()).typed()).as("shown again").isEqualTo(offer.typed());
    room.clock.forward(Duration.ofMinutes(31));
    String later = Totp.code(decoded(offer.typed()), room.clock.instant());
    assertThat(app.accept(ADMIN, offer.sealed(), later)).as("later").isFalse();
    assertThat(book.of(ADMIN).second()).isFalse();
  }

  @Test
  void aRecoveryCodePassesOnceHoweverItIsTypedAndNewOnesEndTheOld() {
    withApp();
    List<String> codes = recovery.renew(ADMIN);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[2-9a-z]{5}-[2-9a-z]{5}"));
    assertThat(recovery.use(2, codes.get(0))).as("another admin's").isFalse();
    assertThat(recovery.use(ADMIN, " " + codes.get(0).toUpperCase(java.util.Locale.ROOT).replace("-", " "))).isTrue();
    assertThat(recovery.use(ADMIN, codes.get(0))).isFalse();
    assertThat(book.of(ADMIN).recovery()).isEqualTo(9);
    recovery.renew(ADMIN);
    assertThat(recovery.use(ADMIN, codes.get(1))).isFalse();
  }

  @Test
  void withTheLastSecondFactorRecoveryCodesAndTrustGo() {
    withApp();
    book.phone(ADMIN, new PhoneNumber("+8613800138000"));
    recovery.renew(ADMIN);
    book.forgetApp(ADMIN);
    assertThat(book.of(ADMIN)).isEqualTo(
        new Factors(false, Optional.of(new PhoneNumber("+8613800138000")), Optional.empty(), 10));
    book.forgetPhone(ADMIN);
    assertThat(book.of(ADMIN)).isEqualTo(Factors.NONE);
    assertThat(room.log).contains("admin.log.factor-app  ON", "admin.log.factor-app ON OFF",
        "admin.log.factor-phone  138****8000", "admin.log.factor-phone 138****8000 ");
  }

  @Test
  void aDeviceIsKnownToItsAdminAloneAndTrustedForAsLongAsChosen() {
    Devices devices = room.beans.get(Devices.class);
    PlainVisitor browser = new PlainVisitor();
    assertThat(devices.standing(ADMIN, browser.visit())).isEqualTo(Devices.Standing.NEW);
    devices.loggedIn(ADMIN, true, browser.visit());
    assertThat(devices.standing(ADMIN, browser.visit())).isEqualTo(Devices.Standing.TRUSTED);
    assertThat(devices.standing(2, browser.visit())).isEqualTo(Devices.Standing.NEW);
    assertThat(devices.standing(ADMIN, new PlainVisitor().visit())).isEqualTo(Devices.Standing.NEW);
    room.clock.forward(Duration.ofDays(30));
    assertThat(devices.standing(ADMIN, browser.visit())).isEqualTo(Devices.Standing.KNOWN);
    long id = devices.list(ADMIN, browser.visit()).get(0).id();
    assertThat(devices.forget(2, id)).as("another admin's").isFalse();
    assertThat(devices.forget(ADMIN, id)).isTrue();
    assertThat(devices.standing(ADMIN, browser.visit())).isEqualTo(Devices.Standing.NEW);
  }

  @Test
  void aHalfDoneLoginHasFiveTriesAndTenMinutesAndEndsOnce() {
    LoginSteps steps = room.beans.get(LoginSteps.class);
    PlainVisitor browser = new PlainVisitor();
    steps.begin(ADMIN, browser.visit());
    AtomicReference<LoginSteps.Step> step = new AtomicReference<>(steps.of(browser.visit()).orElseThrow());
    List<Boolean> taken = AtOnce.run(20, () -> steps.take(step.get()));
    assertThat(taken.stream().filter(Boolean::booleanValue)).hasSize(5);
    assertThat(steps.of(browser.visit())).as("no try is left").isEmpty();
    steps.begin(ADMIN, browser.visit());
    step.set(steps.of(browser.visit()).orElseThrow());
    room.clock.forward(Duration.ofMinutes(10));
    assertThat(steps.of(browser.visit())).as("ten minutes later").isEmpty();
    List<Boolean> ended = AtOnce.run(10, () -> steps.end(step.get(), new PlainVisitor().visit()));
    assertThat(ended.stream().filter(Boolean::booleanValue)).hasSize(1);
  }

  @Test
  void aConfirmationLastsTenMinutesAndEndsWithItsSession() {
    Confirmations confirmations = room.beans.get(Confirmations.class);
    room.execute("insert into admin_session (id, token_hash, admin_id, created_at, seen_at)"
        + " values (7, x'" + "00".repeat(32) + "', 1, '2026-11-25', '2026-11-25')");
    assertThat(confirmations.fresh(7)).isFalse();
    confirmations.note(7);
    room.clock.forward(Duration.ofMinutes(9));
    assertThat(confirmations.fresh(7)).isTrue();
    room.clock.forward(Duration.ofMinutes(1));
    assertThat(confirmations.fresh(7)).isFalse();
    confirmations.note(7);
    room.execute("delete from admin_session");
    assertThat(confirmations.fresh(7)).isFalse();
  }
}
