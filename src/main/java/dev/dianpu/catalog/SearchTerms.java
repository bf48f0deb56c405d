package dev.dianpu.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into what the search index holds: every pair of neighbouring characters of a run of letters and digits, and
 * the last character of the run alone. So each character of a text begins exactly one term, and a single one can be
 * looked up by prefix. Works for Chinese, which has no spaces, and for Latin words and product numbers alike.
 *
 * @param pairs of which goods must have all
 * @param singles a goods' terms must have one that begins with each of these
 */
public record SearchTerms(Set<String> pairs, Set<String> singles) {

  /** What is looked for; nothing can be found when it is {@link #isEmpty()}. */
  public static SearchTerms wanted(String query) {
    Set<String> pairs = new LinkedHashSet<>();
    Set<String> singles = new LinkedHashSet<>();
    for (List<String> run : runs(query)) {
      for (int i = 0; i + 1 < run.size(); i++) {
        pairs.add(run.get(i) + run.get(i + 1));
      }
      if (run.size() == 1) {
        singles.add(run.get(0));
      }
    }
    return new SearchTerms(pairs, singles);
  }

  /** Under which terms a text is found. */
  static Set<String> of(String text) {
    Set<String> terms = new LinkedHashSet<>();
    for (List<String> run : runs(text)) {
      for (int i = 0; i < run.size(); i++) {
        terms.add(i + 1 < run.size() ? run.get(i) + run.get(i + 1) : run.get(i));
      }
    }
    return terms;
  }

  /** Whether nothing can be looked for. */
  public boolean isEmpty() {
    return pairs.isEmpty() && singles.isEmpty();
  }

  /** Runs of letters and digits as single characters, full width made half width, capitals made small. */
  private static List<List<String>> runs(String text) {
    List<List<String>> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT) + ' ';
    for (int point : plain.codePoints().toArray()) {
      if (Character.isLetterOrDigit(point)) {
        run.add(Character.toString(point));
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    return runs;
  }
}
