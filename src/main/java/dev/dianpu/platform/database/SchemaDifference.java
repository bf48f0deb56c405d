package dev.dianpu.platform.database;

/**
 * The first place where tables that were made by hand are not what the scripts make.
 *
 * @param kind what differs
 * @param table of which table
 * @param column of which column; empty when the table itself is missing
 * @param expected the type that the script gives; empty when something is missing
 * @param found the type in the database; empty when something is missing
 * @param file the script that makes it
 */
public record SchemaDifference(Kind kind, String table, String column, String expected, String found, String file) {

  /** What differs. */
  public enum Kind { TABLE_MISSING, COLUMN_MISSING, TYPE, NOT_NULL }

  /** Told to whoever reads the log. */
  public String sentence() {
    return switch (kind) {
      case TABLE_MISSING -> "the table " + table + " is missing: run " + file;
      case COLUMN_MISSING -> "the column " + table + "." + column + " is missing, see " + file;
      case TYPE -> "the column " + table + "." + column + " is " + found + " but must be " + expected + ", see " + file;
      case NOT_NULL -> "the column " + table + "." + column + " may be null but must not, see " + file;
    };
  }

  /** Tables without a history differ from what the scripts make, so nothing was run. */
  public static class Found extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SchemaDifference difference;

    Found(SchemaDifference difference) {
      super("Tables stand without a history of scripts, and " + difference.sentence());
      this.difference = difference;
    }

    /** The first one. */
    public SchemaDifference difference() {
      return difference;
    }
  }
}
