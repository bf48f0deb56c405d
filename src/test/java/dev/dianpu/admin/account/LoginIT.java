package dev.dianpu.admin.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.PlainVisitor;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guessing at the admin's login, with its captcha switched off, so that only the wait is in the way. */
class LoginIT {

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private static final String PASSWORD = "a quite long password";
  private static final List<String> LOGGED = new CopyOnWriteArrayList<>();

  private static BareBeans beans;
  private static Login login;

  @BeforeAll
  static void open() {
    beans = new BareBeans(TestDatabase.migrated())
        .with(Clock.class, CLOCK).with(SecretBox.class, new SecretBox(KeyRing.parse(KeyRing.generate())))
        .with(CaptchaGate.class, new SwitchedOff())
        .with(Settings.class, MapSettings.of(Map.of()))
        .with(AdminLog.class, (action, subject, before, after) -> LOGGED.add(action + " " + subject));
    AdminSessions sessions = beans.get(AdminSessions.class);
    beans.with(SecondStep.class, new NoSecondStep(sessions));
    login = beans.get(Login.class);
    beans.get(Admins.class).create("guessed", PASSWORD);
  }

  @AfterAll
  static void close() {
    beans.close();
  }

  private static int enter(String name, String password, String address) {
    return login.enter(name, password, "", new PlainVisitor(address).visit()).status();
  }

  @Test
  void anotherSpellingOfTheNameIsNoWayAroundTheWait() {
    for (String spelling : List.of("guessed", "ＧUESSED", "guésséd", " guessed\u3000")) {
      assertThat(enter(spelling, "wrong", "192.0.2.1")).as(spelling).isEqualTo(422);
    }
    assertThat(enter("ｇｕｅｓｓｅｄ", PASSWORD, "192.0.2.1")).isEqualTo(429);
    assertThat(enter("ｇｕｅｓｓｅｄ", PASSWORD, "198.51.100.1")).as("the owner elsewhere").isEqualTo(303);
    assertThat(LOGGED).contains("admin.log.login-failed guessed ×1");
  }

  @Test
  void aNameWithoutAnAccountWaitsInTheSameWay() {
    for (String spelling : List.of("nobody", "ｎobody", "nóbody", "NOBODY")) {
      assertThat(enter(spelling, "wrong", "192.0.2.2")).as(spelling).isEqualTo(422);
    }
    assertThat(enter("nobodý", "wrong", "192.0.2.2")).isEqualTo(429);
  }

  /** The owner asks for no captcha at the login. */
  private static final class SwitchedOff extends CaptchaGate {
    @Override
    public boolean on(CaptchaForm form) {
      return false;
    }
  }

  /** Nobody has a second factor. */
  private static final class NoSecondStep extends SecondStep {
    private final AdminSessions plain;

    NoSecondStep(AdminSessions plain) {
      this.plain = plain;
    }

    @Override
    Login.Result begin(AdminRepository.Account account, Visit visit) {
      plain.begin(account, visit);
      return new Login.Result(303, "", "");
    }
  }
}
