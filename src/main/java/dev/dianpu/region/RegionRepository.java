package dev.dianpu.region;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class RegionRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** A region with the code of the one that it lies in; 0 for a province. */
  record Row(int code, int parent, String name) {}

  List<Row> all() {
    return new Sql(dataSource).all(row -> new Row(row.getInt(1), row.getInt(2), row.getString(3)),
        "select code, coalesce(parent, 0), name from region order by code");
  }
}
