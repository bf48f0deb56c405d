package dev.dianpu.member;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The history of logins; each method is one statement. */
@ApplicationScoped
class LoginRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  void add(long member, Entrances.Past login) {
    sql().update("insert into member_login (member_id, at, way, address, agent) values (?, ?, ?, ?, ?)",
        member, login.at(), login.way().name(), login.address(), login.agent());
  }

  List<Entrances.Past> newest(long member, int most) {
    return sql().all(row -> new Entrances.Past(Sql.instant(row.getObject(1)), LoginWay.valueOf(row.getString(2)),
            row.getString(3), row.getString(4)),
        "select at, way, address, agent from member_login where member_id = ? order by id desc limit ?", member, most);
  }

  void forget(long member) {
    sql().update("delete from member_login where member_id = ?", member);
  }

  int deleteOld(Instant before, int most) {
    return sql().update("delete from member_login where at < ? order by at limit ?", before, most);
  }

  private Sql sql() {
    return new Sql(dataSource);
  }
}
