package dev.dianpu.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Everything that is logged in this JVM, down to the finest level: what an operator who looks for a fault would get
 * into
 * a file. The simulator's own HTTP server is left out; it is not part of the shop.
 */
final class LogCapture extends Handler implements AutoCloseable {

  /** Random ids, among whose digits any number turns up now and then. */
  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32}");
  private static final Logger ROOT = Logger.getLogger("");
  /** Held strongly, or the levels would be forgotten. */
  private static final List<Logger> NOT_OURS =
      List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("org.junit"));

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Level before = ROOT.getLevel();

  LogCapture() {
    NOT_OURS.forEach(logger -> logger.setLevel(Level.WARNING));
    setLevel(Level.ALL);
    for (Handler console : ROOT.getHandlers()) {
      console.setLevel(Level.WARNING);
    }
    ROOT.addHandler(this);
    ROOT.setLevel(Level.ALL);
  }

  @Override
  public void publish(LogRecord logged) {
    StringWriter text = new StringWriter();
    text.append(logged.getLoggerName()).append(' ').append(logged.getMessage()).append(' ');
    text.append(Arrays.toString(logged.getParameters()));
    if (logged.getThrown() != null) {
      logged.getThrown().printStackTrace(new PrintWriter(text));
    }
    lines.add(RANDOM.matcher(text.toString()).replaceAll("(random)"));
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(before);
  }
}
