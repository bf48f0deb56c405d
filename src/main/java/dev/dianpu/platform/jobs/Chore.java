package dev.dianpu.platform.jobs;

import java.time.Duration;

/**
 * Work that every node repeats for as long as the shop runs. {@link Chores} finds every bean of this type, so a room
 * that has some needs no scheduler of its own. Two nodes may do the same chore at the same time: it must do no harm.
 */
public interface Chore {

  /** What is being done, for the log: the subject of "… failed". */
  String name();

  /** The rest between the end of one run and the start of the next. */
  Duration interval();

  /** Does it once. What is thrown lands in the log, and the next run comes all the same. */
  void run();
}
