package dev.dianpu.guard;

import dev.dianpu.platform.web.CurrentVisit;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.PowDifficulty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the proof of work before a code harder, for the whole shop or the ranges whose codes are not used. */
@ApplicationScoped
class GuardDifficulty implements PowDifficulty {

  private static final String FORM = "register";
  private static final long WATCHFUL = 4;
  private static final long STRICT = 8;

  @Inject Gate gate;
  @Inject CurrentVisit current;

  @Override
  public long most(String form, long usual) {
    return form.equals(FORM)
        ? harder(current.visit().map(Visit::address).map(gate::level).orElse(Level.CALM), usual) : usual;
  }

  static long harder(Level level, long usual) {
    return switch (level) {
      case CALM -> usual;
      case WATCHFUL -> usual * WATCHFUL;
      case STRICT, PAUSED -> usual * STRICT;
    };
  }
}
