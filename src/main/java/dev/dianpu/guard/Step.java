package dev.dianpu.guard;

import java.util.Locale;

/** What the guard can do, each with a setting of its own. */
public enum Step {
  PROOF(Level.WATCHFUL),
  SLIDER(Level.STRICT),
  PAUSE(Level.PAUSED);

  private final Level level;

  Step(Level level) {
    this.level = level;
  }

  /** The level that it leads to. */
  public Level level() {
    return level;
  }

  /** The setting that says whether it is taken. */
  String setting() {
    return "guard." + name().toLowerCase(Locale.ROOT);
  }
}
