package dev.dianpu.platform.database;

import java.time.Instant;

/** Rows that lose their worth with time. {@link Housekeeping} finds every bean of this type. */
public interface Expiring {

  /**
   * Deletes some of the rows that are worth nothing any more, in a transaction of its own, so that no lock is held
   * long.
   *
   * @param most how many rows to delete at most
   * @return how many were deleted; as many as {@code most} means that there may be more
   */
  int deleteExpired(Instant now, int most);
}
