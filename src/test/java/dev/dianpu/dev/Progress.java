package dev.dianpu.dev;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the keyboard reads: one line per step, with the seconds since the start. */
final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  synchronized void step(String text) {
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, text);
    out.flush();
  }

  /** A block of lines that stands out. */
  synchronized void block(String text) {
    out.printf("%n%s%n", text);
    out.flush();
  }
}
