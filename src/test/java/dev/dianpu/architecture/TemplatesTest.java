package dev.dianpu.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every template of every theme and of the host parses, speaks both languages and keeps to the content policy. */
class TemplatesTest {

  private static final List<Path> ROOTS = List.of(Path.of("webapp-themes"), Path.of("src/main/resources/templates"));
  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  /** A template that does not parse is an error page for whoever opens it first. */
  @TestFactory
  Stream<DynamicTest> everyTemplateParses() {
    PebbleEngine engine = new PebbleEngine.Builder().loader(new StringLoader()).build();
    return forEachTemplate(text -> assertThatCode(() -> engine.getTemplate(text)).doesNotThrowAnyException());
  }

  /** A part that does not exist is an error page too, and only when the branch that includes it is reached. */
  @TestFactory
  Stream<DynamicTest> everyIncludedTemplateExists() {
    Set<String> names = new TreeSet<>();
    templates().forEach(template -> names.add(template.getFileName().toString().replace(".peb", "")));
    return forEachTemplate(text -> assertThat(TemplateText.of(text).templates())
        .allSatisfy(name -> assertThat(names).contains(Path.of(name).getFileName().toString())));
  }

  /** A missing text shows the visitor a key. */
  @TestFactory
  Stream<DynamicTest> everyTextIsThereInBothLanguages() {
    Set<String> chinese = keys(false);
    Set<String> english = keys(true);
    return forEachTemplate(text -> {
      assertThat(TemplateText.of(text).missing(chinese)).as("missing in Chinese").isEmpty();
      assertThat(TemplateText.of(text).missing(english)).as("missing in English").isEmpty();
    });
  }

  /** A text written into a template is never translated, and no theme or bundle can change it. */
  @TestFactory
  Stream<DynamicTest> noTemplateHoldsTextOfItsOwn() {
    return forEachTemplate(text -> assertThat(TemplateText.of(text).literals()).isEmpty());
  }

  /** The content policy (default-src 'self') drops inline scripts and styles in silence. */
  @TestFactory
  Stream<DynamicTest> noTemplateHoldsScriptOrStyle() {
    return forEachTemplate(text -> assertThat(TemplateText.of(text).inline()).isEmpty());
  }

  /** A key in one language only is a text that somebody forgot. */
  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(keys(true)).isEqualTo(keys(false));
  }

  /** Two bundles share one key space: the same key twice means that one of the texts is never seen. */
  @Test
  void noKeyIsInTwoBundles() {
    Set<String> seen = new TreeSet<>();
    assertThat(bundles(false).flatMap(bundle -> load(bundle).stringPropertyNames().stream()))
        .allSatisfy(key -> assertThat(seen.add(key)).as(key).isTrue());
  }

  private static Stream<DynamicTest> forEachTemplate(java.util.function.Consumer<String> check) {
    List<Path> found = templates();
    assertThat(found).as("templates").isNotEmpty();
    return found.stream().map(path -> DynamicTest.dynamicTest(path.toString(), () -> check.accept(Files.readString(path))));
  }

  private static List<Path> templates() {
    List<Path> found = new ArrayList<>();
    for (Path root : ROOTS) {
      files(root).filter(path -> path.toString().endsWith(".peb")).forEach(found::add);
    }
    return found;
  }

  private static Set<String> keys(boolean english) {
    Set<String> keys = new TreeSet<>();
    bundles(english).forEach(bundle -> keys.addAll(load(bundle).stringPropertyNames()));
    return keys;
  }

  private static final Pattern ENGLISH = Pattern.compile(".*_en\\.properties");

  private static Stream<Path> bundles(boolean english) {
    return files(BUNDLES)
        .filter(path -> path.toString().endsWith(".properties"))
        .filter(path -> ENGLISH.matcher(path.toString()).matches() == english);
  }

  private static Properties load(Path bundle) {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(bundle)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Stream<Path> files(Path root) {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
