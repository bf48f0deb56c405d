package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.CaptchaKind.Asked;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.altcha.altcha.Altcha.ChallengeOptions;

/**
 * ALTCHA's challenges, signed with a sub-key of the shop's. The salt is {@code
 * <nonce>?form=<form>&expires=<seconds>&}: it is hashed with the number, and the hash is signed, so that nothing of it
 * can be changed; and since an answer must bring the very salt of the captcha in the browser's cookie, no part of
 * another challenge fits.
 */
final class WorkChallenge {

  private static final Algorithm ALGORITHM = Algorithm.SHA256;
  /** Looked up once: the class Json looks it up at each call, which takes longer than everything else here. */
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String key;

  private WorkChallenge(String key) {
    this.key = key;
  }

  /**
   * What a visitor is to solve, in ALTCHA's words.
   *
   * @param challenge the hash of salt and number
   * @param maxnumber the number is below
   * @param signature of the hash
   */
  record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

  /**
   * A visitor's answer, in ALTCHA's words.
   *
   * @param number that was found
   */
  record Payload(String algorithm, String challenge, long number, String salt, String signature) {}

  /**
   * A challenge and its solution.
   *
   * @param number that its visitor is to find
   */
  record Made(Challenge challenge, long number) {}

  static WorkChallenge of(SecretBox box) {
    return new WorkChallenge(HexFormat.of().formatHex(box.digest("captcha-work", "altcha")));
  }

  /** A challenge that takes at most this many hashes. */
  Made make(Asked asked, long most) {
    return made(asked, RANDOM.nextLong(most), most);
  }

  /** The challenge whose solution is this number. */
  Made made(Asked asked, long number, long most) {
    try {
      Altcha.Challenge signed = Altcha.createChallenge(new ChallengeOptions().setAlgorithm(ALGORITHM).setHmacKey(key)
          .setSalt(salt(asked)).setNumber(number).setMaxNumber(most));
      return new Made(new Challenge(signed.algorithm, signed.challenge, most, signed.salt, signed.signature), number);
    } catch (Exception e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  /**
   * Whether this is the solution of the challenge of this captcha. Its time is not looked at: the captcha has its own.
   */
  boolean solved(Asked asked, Payload answer) {
    try {
      return answer.algorithm().equals(ALGORITHM.getName()) && answer.salt().equals(salt(asked))
          && Altcha.verifySolution(plain(answer), key, false);
    } catch (Exception e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  private static Altcha.Payload plain(Payload answer) {
    Altcha.Payload payload = new Altcha.Payload();
    payload.algorithm = answer.algorithm();
    payload.challenge = answer.challenge();
    payload.number = answer.number();
    payload.salt = answer.salt();
    payload.signature = answer.signature();
    return payload;
  }

  private static String salt(Asked asked) {
    return "%s?form=%s&expires=%d&".formatted(asked.nonce(), asked.form(), asked.expiresAt().getEpochSecond());
  }

  /** As ALTCHA's widget takes it. */
  static String json(Challenge challenge) {
    return JSON.createObjectBuilder().add("algorithm", challenge.algorithm()).add("challenge", challenge.challenge())
        .add("maxnumber", challenge.maxnumber()).add("salt", challenge.salt())
        .add("signature", challenge.signature()).build().toString();
  }

  /** What a widget sent; empty if it is no payload. */
  static Optional<Payload> payload(String answer) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(Base64.getDecoder().decode(answer)))) {
      JsonObject json = reader.readObject();
      return Optional.of(new Payload(json.getString("algorithm"), json.getString("challenge"),
          json.getJsonNumber("number").longValueExact(), json.getString("salt"), json.getString("signature")));
    } catch (JsonException | IllegalArgumentException | ArithmeticException | ClassCastException
        | NullPointerException malformed) {
      return Optional.empty();
    }
  }

  /** What a widget sends that found the number. */
  static String answer(Made made) {
    Challenge challenge = made.challenge();
    String json = JSON.createObjectBuilder().add("algorithm", challenge.algorithm())
        .add("challenge", challenge.challenge()).add("number", made.number()).add("salt", challenge.salt())
        .add("signature", challenge.signature()).build().toString();
    return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
  }
}
