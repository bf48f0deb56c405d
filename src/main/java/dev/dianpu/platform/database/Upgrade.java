package dev.dianpu.platform.database;

/** What an upper room does to the database at every start, after the core's scripts and before the shop is ready. */
public interface Upgrade {

  /** Must be harmless to do again, and must not throw for a fault of one plugin. */
  void run();
}
