package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.captcha.WorkChallenge.Challenge;
import dev.dianpu.captcha.WorkChallenge.Payload;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind.Asked;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work done once opens one form in one browser, however the pieces of several challenges are put together. */
class WorkKindTest {

  private static final Instant END = Instant.parse("2026-03-01T09:03:00Z");
  private static final Asked ASKED = new Asked("register", "00112233445566778899aabbccddeeff", END);
  private static final Asked OTHER = new Asked("register", "ff112233445566778899aabbccddeeff", END);

  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final WorkKind kind = new WorkKind();
  private final WorkChallenge challenges = WorkChallenge.of(box);
  private final WorkChallenge.Made made = challenges.make(ASKED, 1000);

  WorkKindTest() {
    kind.box = box;
  }

  private boolean solved(Asked asked, WorkChallenge.Made answer) {
    return kind.solved(asked, Long.toString(made.number()), WorkChallenge.answer(answer));
  }

  @Test
  void theNumberIsFoundByTryingAndPasses() {
    long found = Stream.iterate(0L, number -> number + 1).limit(1000)
        .filter(number -> challenges.made(ASKED, number, 1000).challenge().equals(made.challenge())).findFirst()
        .orElseThrow();
    assertThat(found).isEqualTo(made.number());
    assertThat(solved(ASKED, new WorkChallenge.Made(made.challenge(), found))).isTrue();
  }

  @Test
  void anotherNumberDoesNotPass() {
    assertThat(solved(ASKED, new WorkChallenge.Made(made.challenge(), made.number() + 1))).isFalse();
    assertThat(solved(ASKED, new WorkChallenge.Made(made.challenge(), -1))).isFalse();
  }

  @Test
  void aSolvedChallengePassesForItsOwnCaptchaOnly() {
    assertThat(solved(new Asked("login", ASKED.nonce(), END), made)).as("another form").isFalse();
    assertThat(solved(OTHER, made)).as("another one's").isFalse();
    assertThat(solved(new Asked("register", ASKED.nonce(), END.plusSeconds(60)), made)).as("a later end").isFalse();
  }

  /** ALTCHA's weakness of old: digits moved from the number to the salt, or an end appended to it. */
  @Test
  void piecesOfTwoChallengesDoNotMakeAThird() {
    Challenge mine = made.challenge();
    Challenge other = challenges.make(OTHER, 1000).challenge();
    long number = made.number();
    for (Challenge spliced : new Challenge[] {
        new Challenge(mine.algorithm(), mine.challenge(), 1000, other.salt(), mine.signature()),
        new Challenge(mine.algorithm(), mine.challenge(), 1000, mine.salt(), other.signature()),
        new Challenge(mine.algorithm(), other.challenge(), 1000, mine.salt(), other.signature()),
        new Challenge(mine.algorithm(), mine.challenge(), 1000, mine.salt() + "expires=9999999999&", mine.signature()),
        new Challenge("SHA-1", mine.challenge(), 1000, mine.salt(), mine.signature())}) {
      assertThat(solved(ASKED, new WorkChallenge.Made(spliced, number))).as(spliced.toString()).isFalse();
    }
    Challenge shifted = challenges.made(ASKED, 123, 1000).challenge();
    assertThat(solved(ASKED, new WorkChallenge.Made(
        new Challenge(shifted.algorithm(), shifted.challenge(), 1000, shifted.salt() + "1", shifted.signature()), 23)))
        .as("a digit moved to the salt").isFalse();
  }

  @Test
  void aChallengeThatSomebodySignedHimselfDoesNotPass() {
    SecretBox stranger = new SecretBox(KeyRing.parse(KeyRing.generate()));
    assertThat(solved(ASKED, WorkChallenge.of(stranger).make(ASKED, 1000))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "????", "null", "{}", "[]", "{\"number\":1}",
      "{\"algorithm\":1,\"challenge\":\"\",\"number\":1,\"salt\":\"\",\"signature\":\"\"}",
      "{\"algorithm\":\"SHA-256\",\"challenge\":\"\",\"number\":1.5,\"salt\":\"\",\"signature\":\"\"}",
      "{\"algorithm\":\"SHA-256\",\"challenge\":\"\",\"number\":9999999999999999999,\"salt\":\"\",\"signature\":\"\"}"})
  void whatIsNoPayloadIsAWrongAnswer(String text) {
    assertThat(kind.solved(ASKED, "1", text)).isFalse();
    assertThat(kind.solved(ASKED, "1", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)))).isFalse();
  }

  @Test
  void thePayloadIsWhatWasSent() {
    assertThat(WorkChallenge.payload(WorkChallenge.answer(made))).contains(new Payload("SHA-256",
        made.challenge().challenge(), made.number(), made.challenge().salt(), made.challenge().signature()));
  }

  @Test
  void whoeverAsksForMostWorkDecidesWithinBounds() {
    assertThat(WorkKind.most("register", 1000, Stream.of())).isEqualTo(1000);
    assertThat(WorkKind.most("register", 5000, Stream.of((form, usual) -> 4 * usual, (form, usual) -> 0)))
        .isEqualTo(20_000);
    assertThat(WorkKind.most("login", 5000, Stream.of((form, usual) -> form.equals("register") ? 9000 : usual)))
        .isEqualTo(5000);
    assertThat(WorkKind.most("register", 5000, Stream.of((form, usual) -> Long.MAX_VALUE))).isEqualTo(20_000_000);
  }
}
