package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XML from outside must neither read files of this server nor fill its memory. */
class GatewayXmlTest {

  @TempDir Path folder;

  @Test
  void elementsAreFoundByTheirLocalNameWithOrWithoutANamespace() {
    var root = GatewayXml.root("\n<r xmlns=\"106.ihuyi.com\"><a> 2 </a><x:b xmlns:x=\"y\">3</x:b></r>\n").orElseThrow();

    assertThat(GatewayXml.text(root, "a")).isEqualTo("2");
    assertThat(GatewayXml.text(root, "b")).isEqualTo("3");
    assertThat(GatewayXml.text(root, "c")).isEmpty();
  }

  @Test
  void anExternalEntityIsNotRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "top secret");

    assertThat(GatewayXml.root("<!DOCTYPE r [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><r>&e;</r>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "ok", "{}", "<r>", "<r/><r/>", "<r>\u0001</r>",
    "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><r>&b;</r>"
  })
  void whatIsNoXmlIsNothing(String text) {
    assertThat(GatewayXml.root(text)).isEmpty();
  }

  @Test
  void whatWasEscapedIsReadBackUnchanged() {
    String text = "a<b>&\"'\r\n\t 中文 𠮷 😀 ]]>";

    var root = GatewayXml.root("<r><t>" + GatewayXml.escape(text + "\u0007\uD83D") + "</t></r>").orElseThrow();

    assertThat(root.getTextContent()).isEqualTo(text);
  }
}
