package dev.dianpu.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.captcha.Answer;
import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.system.AtOnce;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guessing at the members' login, with its captcha switched off; every test has accounts and addresses of its own. */
class LoginIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private static final String PASSWORD = "gute Reise 42 km";

  private static BareBeans beans;
  private static Members members;
  private static Login login;
  private static String hash;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated(), Member.class)
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(CaptchaGate.class, new SwitchedOff())
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.PhonePolicy>",
            (Extensions<PhonePolicy>) () -> List.of(new ByPhone()));
    members = beans.get(Members.class);
    login = beans.get(Login.class);
    hash = beans.get(PasswordHasher.class).hash(PASSWORD);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  private static long member(String name, Optional<PhoneNumber> phone) {
    return beans.transactions().inOne(() -> members.add(
        new NewMember(name, name.hashCode() + "@example.com", phone, hash, "192.0.2.99", "2026-11", Map.of())));
  }

  private static Login.Result enter(String name, String password, String captcha, String address) {
    return login.login(name, password, captcha, new PlainVisitor(address).visit()).result();
  }

  private static List<Login.Result> fail(String address, String... spellings) {
    return Stream.of(spellings).map(spelling -> enter(spelling, "wrong", "", address)).toList();
  }

  private static boolean captchaOn(String name, String address) {
    return login.captchaOn(name, new PlainVisitor(address).visit());
  }

  @Test
  void allSpellingsOfAUserNameAreOneAccountToGuessAt() {
    member("eyes", Optional.empty());
    assertThat(fail("192.0.2.10", "eyes", "éyes", "ｅyes", "EYES", " eyeś "))
        .containsOnly(Login.Result.WRONG);
    assertThat(enter("èyes", PASSWORD, "", "192.0.2.10")).isEqualTo(Login.Result.WAIT);
    assertThat(captchaOn("ｅｙｅｓ", "198.51.100.10")).isTrue();
  }

  @Test
  void allSpellingsOfAPhoneAreOneAccountToGuessAt() {
    member("phone", Optional.of(new PhoneNumber("+8613900000011")));
    assertThat(fail("192.0.2.11", "13900000011", "+86 139 0000 0011", "008613900000011", "139-0000-0011", "phone"))
        .containsOnly(Login.Result.WRONG);
    assertThat(enter("139 00000011", PASSWORD, "", "192.0.2.11")).isEqualTo(Login.Result.WAIT);
  }

  /** A difference would tell which names have an account. */
  @Test
  void namesWithoutAnAccountAreCountedInTheSameWay() {
    fail("192.0.2.12", "nobody", "NOBODY", "ｎobody", "nóbody", "nobody ");
    assertThat(enter("nobodý", "wrong", "", "192.0.2.12")).isEqualTo(Login.Result.WAIT);
    fail("192.0.2.13", "13900000013", "+8613900000013", "0086 13900000013", "139 0000 0013", "１３900000013");
    assertThat(enter("139-00000013", "wrong", "", "192.0.2.13")).isEqualTo(Login.Result.WAIT);
  }

  @Test
  void everySpellingLogsIn() {
    member("André", Optional.empty());
    for (String spelling : List.of("André", "andre", "ＡNDRÉ", "Andre\u0301")) {
      assertThat(enter(spelling, PASSWORD, "", "192.0.2.14")).as(spelling).isEqualTo(Login.Result.LOGGED_IN);
    }
    assertThat(enter("And\u200Bré!", PASSWORD, "", "192.0.2.14")).isEqualTo(Login.Result.WRONG);
  }

  @Test
  void aStrangerElsewhereCostsTheOwnerACaptchaAndNothingElse() {
    member("owner", Optional.empty());
    for (int i = 0; i < 12; i++) {
      CLOCK.forward(Duration.ofMinutes(16));
      enter("owner", "wrong", "right", "192.0.2.15");
    }
    assertThat(enter("owner", PASSWORD, "right", "192.0.2.15")).isEqualTo(Login.Result.WAIT);
    assertThat(captchaOn("owner", "198.51.100.15")).isTrue();
    assertThat(enter("owner", PASSWORD, "", "198.51.100.15")).isEqualTo(Login.Result.CAPTCHA_REQUIRED);
    assertThat(enter("owner", PASSWORD, "no", "198.51.100.15")).isEqualTo(Login.Result.CAPTCHA_WRONG);
    assertThat(enter("owner", PASSWORD, "right", "198.51.100.15")).isEqualTo(Login.Result.LOGGED_IN);
  }

  @Test
  void onePasswordForManyNamesMakesACaptchaDueAndThenAWait() {
    member("sprayed", Optional.empty());
    for (int i = 0; i < LoginFailures.FREE_OF_ADDRESS; i++) {
      assertThat(captchaOn("", "2001:db8:0:16::1")).isFalse();
      assertThat(fail("2001:db8:0:16::" + i, "sprayed" + i)).containsExactly(Login.Result.WRONG);
    }
    assertThat(captchaOn("", "2001:db8:0:16::ffff")).as("of the same /64").isTrue();
    assertThat(captchaOn("", "2001:db8:0:17::1")).isFalse();
    assertThat(enter("sprayed", PASSWORD, "", "2001:db8:0:16::77")).isEqualTo(Login.Result.CAPTCHA_REQUIRED);
    for (int i = LoginFailures.FREE_OF_ADDRESS; i < LoginFailures.PATIENCE_WITH_ADDRESS; i++) {
      assertThat(enter("sprayed" + i, "wrong", "right", "2001:db8:0:16::1")).isEqualTo(Login.Result.WRONG);
    }
    assertThat(enter("sprayed", PASSWORD, "right", "2001:db8:0:16::2")).isEqualTo(Login.Result.WAIT);
    CLOCK.forward(Duration.ofSeconds(5));
    assertThat(enter("sprayed", PASSWORD, "right", "2001:db8:0:16::2")).isEqualTo(Login.Result.LOGGED_IN);
    CLOCK.forward(Duration.ofMinutes(30));
    assertThat(captchaOn("", "2001:db8:0:16::1")).isFalse();
  }

  /** Counting after the comparison would let any number of parallel guesses pass. */
  @Test
  void manyTriesAtOnceAreNoWayAroundTheWait() {
    member("race", Optional.empty());
    List<Login.Result> results = AtOnce.run(20, () -> enter("race", "wrong", "right", "192.0.2.17"));
    assertThat(results.stream().filter(Login.Result.WRONG::equals)).hasSize(LoginFailures.FREE);
  }

  /** Whoever sits down at an open browser must not be able to guess what it asks for again. */
  @Test
  void askingAMemberForThePasswordAgainIsNoWayToGuessIt() {
    long id = member("open", Optional.empty());
    OwnPassword own = beans.get(OwnPassword.class);
    Visit visit = new PlainVisitor("192.0.2.18").visit();
    assertThat(own.check(id, PASSWORD, visit).result()).isEqualTo(Login.Result.LOGGED_IN);
    for (int i = 0; i < LoginFailures.FREE; i++) {
      assertThat(own.check(id, "wrong", visit).result()).isEqualTo(Login.Result.WRONG);
    }
    assertThat(own.check(id, PASSWORD, visit).result()).isEqualTo(Login.Result.WAIT);
    assertThat(enter("open", PASSWORD, "", "198.51.100.18")).as("the login itself").isEqualTo(Login.Result.LOGGED_IN);
  }

  @Test
  void userNamesAreStoredInOneFormAndNoOtherSpellingIsFree() {
    long id = member("Ｗei", Optional.empty());
    assertThat(members.account(id).orElseThrow().username()).isEqualTo("Wei");
    assertThat(Stream.of("wei", "ｗｅｉ", "wéi").allMatch(members::hasUsername)).isTrue();
  }

  /** The owner asks for no captcha at the login; whoever must solve one types "right". */
  private static final class SwitchedOff extends CaptchaGate {
    @Override
    public boolean on(CaptchaForm form) {
      return false;
    }

    @Override
    public Answer check(CaptchaForm form, String typed, Visit visit) {
      return typed.isEmpty() ? Answer.MISSING : typed.equals("right") ? Answer.RIGHT : Answer.WRONG;
    }
  }

  /** A shop where the phone logs in. */
  private static final class ByPhone implements PhonePolicy {
    @Override
    public Optional<CodePolicy> code(Purpose purpose) {
      return Optional.empty();
    }

    @Override
    public boolean loginWithPassword() {
      return true;
    }

    @Override
    public SendLimits limits() {
      throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public boolean tellsOnPage() {
      return false;
    }

    @Override
    public Optional<String> takeNotice(PhoneNumber phone) {
      return Optional.empty();
    }
  }
}
