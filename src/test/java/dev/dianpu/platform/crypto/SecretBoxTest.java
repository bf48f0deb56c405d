package dev.dianpu.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is sealed must stay readable for years, also after a key was replaced as install.md tells it. */
class SecretBoxTest {

  private static final String OLD = KeyRing.generate();
  private static final String NEW = KeyRing.generate().replace("k1:", "k2:");

  private final SecretBox before = new SecretBox(KeyRing.parse(OLD));
  /** As in the file: the new line in front. */
  private final SecretBox rotated = new SecretBox(KeyRing.parse(NEW + "\n" + OLD + "\n"));

  @Test
  void afterAReplacementOldValuesStillOpen() {
    String sealed = before.seal("setting", "chanyoo.appcode", "secret");
    assertThat(sealed).startsWith("k1.");
    assertThat(rotated.open("setting", "chanyoo.appcode", sealed)).contains("secret");
  }

  @Test
  void newValuesAreSealedByTheNewKey() {
    String sealed = rotated.seal("setting", "chanyoo.appcode", "secret");
    assertThat(rotated.keyId()).isEqualTo("k2");
    assertThat(sealed).startsWith("k2.");
    assertThat(rotated.open("setting", "chanyoo.appcode", sealed)).contains("secret");
    assertThat(before.open("setting", "chanyoo.appcode", sealed)).as("the old key alone").isEmpty();
    assertThat(new SecretBox(KeyRing.parse(NEW)).open("setting", "chanyoo.appcode", sealed)).contains("secret");
  }

  /** Else a phone that registered before could register once more, and limits would begin anew. */
  @Test
  void digestsStayComparable() {
    assertThat(rotated.digest("phone", "+8613800138000")).isEqualTo(before.digest("phone", "+8613800138000"));
  }

  @Test
  void aValueOpensOnlyForItsUseAndItsContextAndUnchanged() {
    String sealed = before.seal("setting", "a.secret", "text");
    assertThat(before.open("phone", "a.secret", sealed)).isEmpty();
    assertThat(before.open("setting", "b.secret", sealed)).isEmpty();
    char last = sealed.charAt(20);
    String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);
    assertThat(before.open("setting", "a.secret", changed)).isEmpty();
    for (String nonsense : new String[] {"", ".", "k1.", "k1.!!", "k9." + sealed.substring(3), "plain text"}) {
      assertThat(before.open("setting", "a.secret", nonsense)).as(nonsense).isEmpty();
    }
  }

  @Test
  void theSameTextSealedTwiceLooksDifferent() {
    assertThat(before.seal("setting", "a", "text")).isNotEqualTo(before.seal("setting", "a", "text"));
  }

  /** The message lands in a log. */
  @Test
  void aRingThatCannotBeReadIsRefusedWithoutShowingIt() {
    for (String wrong : new String[] {"", "justbase64", "K1:AAAA", "k1:c2hvcnQ="}) {
      assertThatThrownBy(() -> KeyRing.parse(wrong)).isInstanceOf(IllegalArgumentException.class)
          .message().doesNotContain("c2hvcnQ", "justbase64");
    }
  }
}
