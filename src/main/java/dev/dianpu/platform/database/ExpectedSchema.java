package dev.dianpu.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables and columns that scripts make, read from their text, to compare with a database in which somebody ran them
 * by hand. It reads CREATE TABLE, and ALTER TABLE … ADD COLUMN wherever it stands in a file.
 */
final class ExpectedSchema {

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(--|#).*$|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern CREATE =
      Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?`?(\\w+)`?\\s*\\(");
  private static final Pattern ADD = Pattern.compile("(?i)\\bALTER\\s+TABLE\\s+`?(\\w+)`?\\s+ADD\\s+COLUMN\\s+([^;]*)");
  private static final Pattern COLUMN = Pattern.compile("(?s)`?(\\w+)`?\\s+(\\w+)\\s*(?:\\(([^)]*)\\))?(.*)");
  private static final Pattern NO_COLUMN =
      Pattern.compile("(?is)(PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|FULLTEXT|SPATIAL|CHECK)\\b.*");
  private static final Pattern NEVER_NULL = Pattern.compile("(?is).*\\b(NOT\\s+NULL|PRIMARY\\s+KEY)\\b.*");
  private static final Map<String, String> SAME_TYPE = Map.of("integer", "int", "bool", "tinyint", "boolean", "tinyint",
      "numeric", "decimal", "dec", "decimal", "json", "longtext");

  /** A column; a nullable one may also stand as NOT NULL in a primary key, so that is not compared. */
  private record Column(String name, String type, boolean neverNull, String file) {}

  private record Found(String type, boolean nullable) {}

  private final Map<String, List<Column>> tables = new LinkedHashMap<>();
  private final Map<String, String> files = new HashMap<>();

  ExpectedSchema(List<Script> scripts) {
    scripts.forEach(this::read);
  }

  private void read(Script script) {
    String sql = COMMENT.matcher(script.sql()).replaceAll("");
    Matcher create = CREATE.matcher(sql);
    while (create.find()) {
      String table = create.group(1).toLowerCase(Locale.ROOT);
      files.putIfAbsent(table, script.file());
      definitions(sql, create.end()).forEach(definition -> column(table, definition, script.file()));
    }
    Matcher add = ADD.matcher(sql);
    while (add.find()) {
      column(add.group(1).toLowerCase(Locale.ROOT), add.group(2), script.file());
    }
  }

  private void column(String table, String definition, String file) {
    Matcher column = COLUMN.matcher(definition.strip());
    if (!NO_COLUMN.matcher(definition.strip()).matches() && column.matches()) {
      tables.computeIfAbsent(table, name -> new ArrayList<>()).add(new Column(column.group(1).toLowerCase(Locale.ROOT),
          type(column.group(2), column.group(3)), NEVER_NULL.matcher(column.group(4)).matches(), file));
    }
  }

  /** The parts between the parentheses of a CREATE TABLE, cut at commas that stand in no quotes or parentheses. */
  private static List<String> definitions(String sql, int from) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 1;
    char quote = 0;
    for (int i = from; i < sql.length() && depth > 0; i++) {
      char c = sql.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      if (depth == 0 || (depth == 1 && c == ',' && quote == 0)) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    return parts;
  }

  /** One spelling for what the databases spell differently: display widths of whole numbers, synonyms. */
  private static String type(String name, String arguments) {
    String plain = name.toLowerCase(Locale.ROOT);
    String base = SAME_TYPE.getOrDefault(plain, plain);
    boolean sized = arguments != null && !base.endsWith("int") && !base.endsWith("text");
    return sized ? base + '(' + arguments.replace(" ", "") + ')' : base;
  }

  /** Whether this table stands. */
  static boolean stands(Connection connection, String table) throws SQLException {
    return !columns(connection, table).isEmpty();
  }

  /** Whether at least one of the tables stands. */
  boolean touched(Connection connection) throws SQLException {
    for (String table : tables.keySet()) {
      if (stands(connection, table)) {
        return true;
      }
    }
    return false;
  }

  Optional<SchemaDifference> firstDifference(Connection connection) throws SQLException {
    for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
      Map<String, Found> found = columns(connection, table.getKey());
      if (found.isEmpty()) {
        return Optional.of(new SchemaDifference(SchemaDifference.Kind.TABLE_MISSING, table.getKey(), "", "", "",
            files.getOrDefault(table.getKey(), "")));
      }
      for (Column column : table.getValue()) {
        Optional<SchemaDifference> difference = difference(table.getKey(), column, found.get(column.name()));
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SchemaDifference> difference(String table, Column column, Found found) {
    if (found == null) {
      return Optional.of(new SchemaDifference(SchemaDifference.Kind.COLUMN_MISSING, table, column.name(), "", "",
          column.file()));
    }
    if (!found.type().equals(column.type())) {
      return Optional.of(new SchemaDifference(SchemaDifference.Kind.TYPE, table, column.name(), column.type(),
          found.type(), column.file()));
    }
    return column.neverNull() && found.nullable() ? Optional.of(new SchemaDifference(SchemaDifference.Kind.NOT_NULL,
        table, column.name(), "", "", column.file())) : Optional.empty();
  }

  private static Map<String, Found> columns(Connection connection, String table) throws SQLException {
    Map<String, Found> columns = new HashMap<>();
    try (var query = connection.prepareStatement("select column_name, column_type, is_nullable"
        + " from information_schema.columns where table_schema = database() and table_name = ?")) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Matcher type = COLUMN.matcher("c " + rows.getString(2));
          columns.put(rows.getString(1).toLowerCase(Locale.ROOT), new Found(
              type.matches() ? type(type.group(2), type.group(3)) : rows.getString(2),
              "YES".equals(rows.getString(3))));
        }
      }
    }
    return columns;
  }
}
