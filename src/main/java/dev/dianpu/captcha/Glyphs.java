package dev.dianpu.captcha;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The stored outlines: of each letter several faces. A server without any font can draw them. */
final class Glyphs {

  /** Read once. */
  static final Glyphs STORED = read();

  private final Map<Character, List<Glyph>> faces;

  private Glyphs(Map<Character, List<Glyph>> faces) {
    this.faces = faces;
  }

  /** This letter in one of its faces. */
  Glyph of(char letter, RandomGenerator random) {
    List<Glyph> known = faces.get(letter);
    return known.get(random.nextInt(known.size()));
  }

  private static Glyphs read() {
    try (BufferedReader in = new BufferedReader(
        new InputStreamReader(Glyphs.class.getResourceAsStream("glyphs.txt"), StandardCharsets.UTF_8))) {
      return new Glyphs(in.lines().filter(line -> !line.startsWith("#")).map(Glyph::parse)
          .collect(Collectors.groupingBy(Glyph::letter)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
