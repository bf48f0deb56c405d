package dev.dianpu.platform.web;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells the kinds of failures apart that a person is told about differently. */
final class Failures {

  private Failures() {}

  /** Whether the database cannot be reached; the shop recovers by itself. */
  static boolean ofDatabase(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLNonTransientConnectionException || cause instanceof SQLTransientConnectionException
          || cause instanceof SQLRecoverableException
          || cause instanceof jakarta.resource.spi.ResourceAllocationException) {
        return true;
      }
    }
    return false;
  }
}
