package dev.dianpu.plugin;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PluginContext;
import java.util.Optional;

/** Seals for one plugin: no other opens it. */
record PluginSeal(SecretBox box, String plugin) implements PluginContext.Seal {

  @Override
  public String seal(String context, String text) {
    return box.seal("plugin/" + plugin, context, text);
  }

  @Override
  public Optional<String> open(String context, String sealed) {
    return box.open("plugin/" + plugin, context, sealed);
  }
}
