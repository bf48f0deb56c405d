package dev.dianpu.plugins.zkeys;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.EngineAnswer;
import dev.dianpu.spi.gateway.EngineFault;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.Redaction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Why there is no token. Whatever became of that call, no SMS was sent. Document 003 asks first whether the server's
 * clock is right, so the answer's text says by how much it differs from the gateway's.
 */
final class ZkeysRefusals {

  private static final int LONGEST = 200;

  private final Settings settings;
  private final Clock clock;

  ZkeysRefusals(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  SendOutcome of(GatewayReply reply) {
    if (reply instanceof Answer answer) {
      return refused(answer);
    }
    return reply instanceof Lost
        ? new Rejected(Cause.UNAVAILABLE, new GatewayAnswer("", "", "", "zkeys.error.token-lost"))
        : GatewayOutcomes.withoutAnswer(reply).orElseThrow();
  }

  private SendOutcome refused(Answer answer) {
    EngineAnswer read = EngineAnswer.of(answer, ZkeysSettings.WIRE, settings);
    EngineFault fault = EngineFault.in(read.text()).orElse(EngineFault.TOKEN_FAILED);
    boolean told = !read.code().isEmpty() || !read.text().isEmpty() || answer.status() == 401;
    String label = told ? fault.label() : "token-unreadable";
    GatewayAnswer words = read.words(
            Redaction.of(settings.text(ZkeysSettings.APP_ID), settings.secret(ZkeysSettings.SECRET)))
        .explained("zkeys.error." + label);
    String said = words.text().length() > LONGEST ? words.text().substring(0, LONGEST) : words.text();
    return new Rejected(told ? fault.cause() : Cause.UNAVAILABLE, new GatewayAnswer(
        words.code(), said + "（" + clocks(answer.header("Date")) + "）", words.requestId(), words.explanation()));
  }

  /** How this server's clock stands to the gateway's, in words. */
  private String clocks(String date) {
    Instant theirs;
    try {
      theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException none) {
      return "网关没有给出时间，无法核对本机时钟";
    }
    long seconds = Duration.between(theirs, clock.instant()).toSeconds();
    if (Math.abs(seconds) <= 1) {
      return "本机时钟与网关一致";
    }
    return "本机时钟比网关" + (seconds > 0 ? "快 " : "慢 ") + Math.abs(seconds) + " 秒";
  }
}
