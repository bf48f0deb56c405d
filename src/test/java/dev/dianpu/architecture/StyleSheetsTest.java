package dev.dianpu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One colour, measure or font stands in one place; a name that is not there makes a browser drop the whole rule. */
class StyleSheetsTest {

  private static final Path TOKENS = Path.of("src/main/resources/assets/tokens.css");
  private static final String SHOP = "webapp-themes/default/assets/css/shop.css";
  private static final String ADMIN = "src/main/resources/assets/admin/admin.css";
  private static final String INSTALLER = "src/main/resources/assets/install.css";

  private static Set<String> found(String pattern, Path file) throws IOException {
    return Pattern.compile(pattern).matcher(Files.readString(file)).results()
        .map(match -> match.group(1)).collect(Collectors.toSet());
  }

  private static Set<String> declared() throws IOException {
    return found("(--[a-z0-9-]+):", TOKENS);
  }

  @ParameterizedTest
  @ValueSource(strings = {SHOP, ADMIN, INSTALLER})
  void aSheetUsesTokensAndDeclaresNone(String sheet) throws Exception {
    assertThat(found("(--[a-z0-9-]+):", Path.of(sheet))).isEmpty();
    assertThat(found("var\\((--[a-z0-9-]+)", Path.of(sheet))).isNotEmpty().isSubsetOf(declared());
  }

  @Test
  void everyTokenIsUsed() throws Exception {
    Set<String> used = new HashSet<>();
    for (String sheet : List.of(SHOP, ADMIN, INSTALLER)) {
      used.addAll(found("var\\((--[a-z0-9-]+)", Path.of(sheet)));
    }
    assertThat(declared()).isSubsetOf(used);
  }
}
