package dev.dianpu.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One of the texts that people follow, so that a test does what they read and not what its author remembers. */
final class Manual {

  private static final Pattern FENCED = Pattern.compile("^```(\\w+)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private final String file;
  private final String text;

  private Manual(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** A file of the checkout. */
  static Manual of(String file) {
    try {
      return new Manual(file, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in its fenced blocks of this language, in their order. */
  List<String> blocks(String language) {
    return FENCED.matcher(text).results().filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2).strip()).toList();
  }

  /** The first block of this language with these words in it. */
  String block(String language, String words) {
    return blocks(language).stream().filter(block -> block.contains(words)).findFirst()
        .orElseThrow(() -> new AssertionError("%s has no block of %s with: %s".formatted(file, language, words)));
  }

  /** Everything that this pattern finds in the whole text. */
  List<String> found(String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group()).toList();
  }
}
