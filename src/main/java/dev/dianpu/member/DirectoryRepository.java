package dev.dianpu.member;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Searches in the table of members; each walks along one index and stops when the page is full. */
@ApplicationScoped
class DirectoryRepository {

  private static final String COLUMNS =
      "select id, username, email, phone_sealed, state, registered_at, last_login_at from member where ";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  record Row(long id, String username, String email, String phoneSealed, MemberState state, Instant registeredAt,
      Instant lastLoginAt) {}

  List<Row> newest(Optional<MemberState> state, Optional<Long> before, int most) {
    return rows("id < ?", List.of(before.orElse(Long.MAX_VALUE)), state, "id desc limit ?", List.of(most));
  }

  List<Row> byPhone(byte[] digest, Optional<MemberState> state) {
    return rows("phone_digest = ?", List.of(digest), state, "id", List.of());
  }

  List<Row> byEmail(String start, Optional<MemberState> state, int from, int most) {
    return rows("email like ?", List.of(prefix(start)), state, "email limit ?, ?", List.of(from, most));
  }

  List<Row> byUsername(String start, Optional<MemberState> state, int from, int most) {
    return rows("username like ?", List.of(prefix(start)), state, "username limit ?, ?", List.of(from, most));
  }

  private List<Row> rows(String where, List<?> values, Optional<MemberState> state, String order, List<?> end) {
    List<Object> all = new ArrayList<>(values);
    state.ifPresent(wanted -> all.add(wanted.name()));
    all.addAll(end);
    return new Sql(dataSource).all(DirectoryRepository::row,
        COLUMNS + where + (state.isPresent() ? " and state = ?" : "") + " order by " + order, all.toArray());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getLong(1), row.getString(2), row.getString(3),
        Optional.ofNullable(row.getString(4)).orElse(""), MemberState.valueOf(row.getString(5)),
        Sql.instant(row.getObject(6)), row.getObject(7) == null ? null : Sql.instant(row.getObject(7)));
  }

  private static String prefix(String start) {
    return start.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
  }
}
