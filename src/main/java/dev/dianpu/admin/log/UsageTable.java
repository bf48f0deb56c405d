package dev.dianpu.admin.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row, nothing of it being kept. */
interface UsageTable extends Closeable {

  /** Writes a row of numbers and texts. */
  void row(List<Object> cells) throws IOException;
}
