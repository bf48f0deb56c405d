package dev.dianpu.plugins.sandbox;

import dev.dianpu.plugins.PluginTextsCheck;
import org.junit.jupiter.api.Test;

class SandboxTextsTest {

  private final PluginTextsCheck texts = new PluginTextsCheck(new SandboxPlugin());

  @Test
  void everyTextIsThereInBothLanguages() {
    texts.labels();
    texts.error("not-kept");
    texts.sentence("sandbox.check.unconfirmed");
  }
}
