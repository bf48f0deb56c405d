package dev.dianpu.captcha;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Captcha pictures for the strength test: seeded, so that anybody gets the same ones, and none is chosen. */
public final class PictureSamples {

  private PictureSamples() {}

  /** Arguments: folder, how many, seed. Writes {@code 0000.png} … and {@code words}, one word a line. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(args[2]));
    List<String> words = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      String word = Alphabet.word(random);
      words.add(word);
      Files.write(folder.resolve("%04d.png".formatted(i)), CaptchaPicture.of(word, 132, 44, random));
    }
    Files.write(folder.resolve("words"), words);
  }
}
