package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.CaptchaKind;
import dev.dianpu.spi.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Whether a form asks for a captcha, and whether an answer solves it. */
@ApplicationScoped
public class CaptchaGate {

  /** Of the cookie that holds the sealed captcha. */
  public static final String COOKIE = "dianpu_captcha";

  private static final int NONCE_BYTES = 16;

  @Inject Settings settings;
  @Inject CaptchaKinds kinds;
  @Inject SecretBox box;
  @Inject Clock clock;
  @Inject Stores stores;
  @Inject Redis redis;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Whether the owner switched the captcha of this form on. */
  public boolean on(CaptchaForm form) {
    return settings.on("captcha." + form.code());
  }

  /**
   * Whether somebody with this many failed logins has to solve a captcha now.
   *
   * @param failures how often this account or address failed lately
   */
  public boolean on(CaptchaForm form, int failures) {
    return on(form) && failures >= settings.number(CaptchaSettings.AFTER_FAILURES);
  }

  /**
   * Checks an answer. Whatever was typed, the captcha is spent by it: a second answer to the same one is
   * {@link Answer#MISSING}. An empty one spends nothing.
   *
   * <p>Runs outside a caller's transaction, whose end must not bring a spent captcha back to life.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Answer check(CaptchaForm form, String typed, Visit visit) {
    Optional<String> token = visit.cookie(COOKIE);
    if (token.isEmpty() || typed == null || typed.isBlank()) {
      return Answer.MISSING;
    }
    Answer answer = new CaptchaCheck(box, clock, this::burn, kinds::allowed)
        .answer(form, token.get(), typed);
    visit.setCookie(COOKIE, "", "/", 0, "Strict");
    return answer;
  }

  /** Also where Redis is lost: an owner must get in to say what holds then, and nothing that costs money passes. */
  boolean burn(String nonce, Instant expiresAt) {
    return stores.ifThere(() -> new RedisNonces(redis, clock).burn(nonce, expiresAt),
        () -> new NonceRepository(dataSource).burn(nonce, expiresAt));
  }

  /** Makes a captcha of this kind and gives it to the browser, in place of the one it had; nothing is stored. */
  CaptchaKind.Shown show(CaptchaForm form, CaptchaKind kind, boolean script, Visit visit) {
    CaptchaKind.Asked asked = new CaptchaKind.Asked(form.code(), HexFormat.of().formatHex(box.random(NONCE_BYTES)),
        clock.instant().plus(SealedCaptcha.LIFE).truncatedTo(ChronoUnit.SECONDS));
    CaptchaKind.Shown shown = kind.show(asked, script);
    String token = new SealedCaptcha(asked.nonce(), asked.expiresAt(), kind.id(), shown.secret()).seal(box, form);
    visit.setCookie(COOKIE, token, "/", (int) SealedCaptcha.LIFE.toSeconds(), "Strict");
    return shown;
  }
}
