package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** If these fail, people do not find what is on the shelf. */
class SearchTermsTest {

  @Test
  void everyCharacterOfATextBeginsOneTerm() {
    assertThat(SearchTerms.of("白瓷盖碗")).containsExactly("白瓷", "瓷盖", "盖碗", "碗");
  }

  @Test
  void spacesAndPunctuationPartRuns() {
    assertThat(SearchTerms.of("茶杯 A5·TEA-0101")).containsExactly("茶杯", "杯", "a5", "5", "te", "ea", "a", "01", "10", "1");
  }

  @Test
  void fullWidthAndCapitalLettersAreTheSameAsSmallOnes() {
    assertThat(SearchTerms.of("ＬＥＤ")).isEqualTo(SearchTerms.of("led"));
  }

  @Test
  void aRareCharacterOfTwoPlacesIsNotCutInTwo() {
    assertThat(SearchTerms.of("𠮷田")).containsExactly("𠮷田", "田");
  }

  @Test
  void aWordIsLookedForByItsPairs() {
    SearchTerms wanted = SearchTerms.wanted("保温杯");
    assertThat(wanted.pairs()).containsExactly("保温", "温杯");
    assertThat(wanted.singles()).isEmpty();
  }

  @Test
  void aSingleCharacterIsLookedForByPrefix() {
    SearchTerms wanted = SearchTerms.wanted("茶 礼盒");
    assertThat(wanted.pairs()).containsExactly("礼盒");
    assertThat(wanted.singles()).containsExactly("茶");
  }

  @Test
  void nothingButSignsIsNothing() {
    assertThat(SearchTerms.wanted(" %_'\"；！").isEmpty()).isTrue();
  }
}
