package dev.dianpu.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name has many spellings; what is counted or reserved must not depend on which of them was typed. */
class SpellingTest {

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ADMIN", "ａｄｍｉｎ", "ádmin", "a\u0301dmin", "ADMİN", "admın", " admin\u3000",
      "ad\u200Bmin", "\u202Eadmin", "ａdmin", "ⓐdmin"})
  void allSpellingsOfANameFoldToOne(String typed) {
    assertThat(Spelling.folded(typed)).isEqualTo("admin");
  }

  @Test
  void differentNamesStayDifferent() {
    assertThat(Spelling.folded("王小明")).isEqualTo("王小明").isNotEqualTo(Spelling.folded("王小朋"));
    assertThat(Spelling.folded("Straße")).isEqualTo(Spelling.folded("STRASSE"));
  }

  @Test
  void storedKeepsCaseAndAccents() {
    assertThat(Spelling.stored(" Ａndré ")).isEqualTo("André");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202Eb", "a\u2066b", "a\u200Db", "a\uFEFFb", "a\u00ADb", "a\u3164b", "a\u2028b", "a\nb"})
  void whatCannotBeSeenIsFound(String text) {
    assertThat(Spelling.hidesSomething(text)).isTrue();
    assertThat(Spelling.visible(text, 10)).isEqualTo("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"小明", "André", "😀", "❤\uFE0F", "a b"})
  void whatCanBeSeenIsFine(String text) {
    assertThat(Spelling.hidesSomething(text)).isFalse();
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(Spelling.visible("😀".repeat(100), 3)).isEqualTo("😀😀😀");
  }
}
