package dev.dianpu.platform.database;

/**
 * A database script as it stands in the WAR.
 *
 * @param file its name, {@code V001__….sql}
 * @param sql its text
 * @param applied whether the history says that it ran
 */
public record Script(String file, String sql, boolean applied) {}
