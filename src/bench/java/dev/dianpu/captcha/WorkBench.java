package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind.Asked;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A proof of work on the server: opening the cookie and judging the answer, which may take a millisecond at most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorkBench {

  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final WorkKind kind = new WorkKind();
  private final Asked asked =
      new Asked("register", "00112233445566778899aabbccddeeff", Instant.parse("2026-03-01T09:03:00Z"));
  private final WorkChallenge.Made made;
  private final String token;
  private final String answer;

  public WorkBench() {
    kind.box = box;
    made = WorkChallenge.of(box).make(asked, 1_000_000);
    answer = WorkChallenge.answer(made);
    token = new SealedCaptcha(asked.nonce(), asked.expiresAt(), WorkKind.ID, Long.toString(made.number()))
        .seal(box, CaptchaForm.REGISTER);
  }

  @Benchmark
  public boolean judge() {
    SealedCaptcha captcha = SealedCaptcha.open(box, CaptchaForm.REGISTER, token).orElseThrow();
    return kind.solved(captcha.asked(CaptchaForm.REGISTER), captcha.secret(), answer);
  }

  @Benchmark
  public Object make() {
    return WorkChallenge.of(box).make(asked, 1_000_000);
  }
}
