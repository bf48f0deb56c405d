package dev.dianpu.platform.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes the query for one page of a log, newest first, so that it stays fast however large the table is.
 *
 * <p>A database walks down an index and stops when the page is full only if every column of the index before the time is
 * fixed. A column of few values (a state) that the filter leaves open is therefore written out value by value: a union
 * of short walks, each at most one page long.
 */
public final class NewestFirst {

  private final String table;
  private final String index;
  private final String time;
  private final List<Object> parameters = new ArrayList<>();
  private final StringBuilder common = new StringBuilder();
  private List<String> kinds = List.of("");

  /**
   * A page of a table with the column {@code id}.
   *
   * @param table its name
   * @param index the index to walk: the optimizer, left alone, sometimes walks the whole table in the order of time
   * @param time the column that tells what is newer; stands in the index right after the filtered columns
   */
  public NewestFirst(String table, String index, String time) {
    this.table = table;
    this.index = index;
    this.time = time;
  }

  /** Only rows with this value. */
  public NewestFirst only(String column, Object value) {
    common.append(" and ").append(column).append(" = ").append(parameter(value));
    return this;
  }

  /** Only rows with one of these values, of which there must be few. */
  public NewestFirst oneOf(String column, Collection<?> values) {
    List<String> written = values.stream().map(value -> " and " + column + " = " + parameter(value.toString())).toList();
    kinds = kinds.stream().flatMap(kind -> written.stream().map(kind::concat)).toList();
    return this;
  }

  /** Only rows of this time or later. */
  public NewestFirst from(Instant start) {
    common.append(" and ").append(time).append(" >= ").append(parameter(start));
    return this;
  }

  /** Only rows before this time. */
  public NewestFirst until(Instant end) {
    common.append(" and ").append(time).append(" < ").append(parameter(end));
    return this;
  }

  /** Only rows that come after this one, which was the last of the page before. */
  public NewestFirst after(Instant at, long id) {
    String when = parameter(at);
    common.append(" and ").append(time).append(" <= ").append(when)
        .append(" and (").append(time).append(" < ").append(when).append(" or id < ").append(parameter(id)).append(')');
    return this;
  }

  /** The query for the ids of at most {@code size} rows, with places {@code ?1}, {@code ?2}, …. */
  public String sql(int size) {
    String end = " order by " + time + " desc, id desc limit " + size;
    if (kinds.size() == 1) {
      return walk("id", kinds.get(0), end);
    }
    List<String> walks = kinds.stream().map(kind -> '(' + walk("id, " + time, kind, end) + ')').toList();
    return "select id from (" + String.join(" union all ", walks) + ") page" + end;
  }

  private String walk(String columns, String kind, String end) {
    return "select " + columns + " from " + table + " force index (" + index + ") where 1 = 1" + kind + common + end;
  }

  /** The values of the places, the first for {@code ?1}. */
  public List<Object> parameters() {
    return List.copyOf(parameters);
  }

  private String parameter(Object value) {
    parameters.add(value);
    return "?" + parameters.size();
  }
}
