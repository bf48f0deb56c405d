package dev.dianpu.catalog.admin;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** The short lists of which goods are described: brands, types with attributes, ranks. */
@ApplicationScoped
class ListRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  List<BrandRow> brands() {
    return new Sql(dataSource).all(row -> new BrandRow(row.getLong(1), row.getString(2), row.getString(3),
        row.getInt(4), row.getLong(5)), "select b.id, b.name, b.brief, b.position, count(g.id) from brand b"
        + " left join goods g on g.brand_id = b.id group by b.id, b.name, b.brief, b.position order by b.position, b.id");
  }

  void save(BrandRow row) {
    if (row.id() == 0) {
      new Sql(dataSource).update("insert into brand (name, brief, position) values (?, ?, ?)",
          row.name(), row.brief(), row.position());
    } else {
      new Sql(dataSource).update("update brand set name = ?, brief = ?, position = ? where id = ?",
          row.name(), row.brief(), row.position(), row.id());
    }
  }

  int removeBrand(long id) {
    return new Sql(dataSource).update("delete from brand where id = ? and not exists"
        + " (select 1 from goods g where g.brand_id = brand.id)", id);
  }

  List<RankRow> ranks() {
    return new Sql(dataSource).all(row -> new RankRow(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4),
        row.getBoolean(5)), "select id, name, discount, points_from, shown from member_rank order by points_from, id");
  }

  void save(RankRow row) {
    if (row.id() == 0) {
      new Sql(dataSource).update("insert into member_rank (name, discount, points_from, shown) values (?, ?, ?, ?)",
          row.name(), row.discount(), row.pointsFrom(), row.shown());
    } else {
      new Sql(dataSource).update("update member_rank set name = ?, discount = ?, points_from = ?, shown = ?"
          + " where id = ?", row.name(), row.discount(), row.pointsFrom(), row.shown(), row.id());
    }
  }

  List<TypeRow> types() {
    return new Sql(dataSource).all(row -> new TypeRow(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
        "select t.id, t.name, (select count(*) from attribute a where a.type_id = t.id),"
            + " (select count(*) from goods g where g.type_id = t.id) from goods_type t order by t.id");
  }

  void save(TypeRow row) {
    if (row.id() == 0) {
      new Sql(dataSource).update("insert into goods_type (name) values (?)", row.name());
    } else {
      new Sql(dataSource).update("update goods_type set name = ? where id = ?", row.name(), row.id());
    }
  }

  List<AttributeRow> attributes(long type) {
    return new Sql(dataSource).all(row -> new AttributeRow(row.getLong(1), row.getLong(2), row.getString(3),
        row.getString(4), row.getBoolean(5), row.getInt(6)), "select id, type_id, name, choices, filtered, position"
        + " from attribute where type_id = ? order by position, id", type);
  }

  void save(AttributeRow row) {
    if (row.id() == 0) {
      new Sql(dataSource).update("insert into attribute (type_id, name, choices, filtered, position)"
          + " values (?, ?, ?, ?, ?)", row.typeId(), row.name(), row.choices(), row.filtered(), row.position());
    } else {
      new Sql(dataSource).update("update attribute set name = ?, choices = ?, filtered = ?, position = ? where id = ?"
          + " and type_id = ?", row.name(), row.choices(), row.filtered(), row.position(), row.id(), row.typeId());
    }
  }

  int removeAttribute(long type, long id) {
    return new Sql(dataSource).update("delete from attribute where id = ? and type_id = ? and not exists"
        + " (select 1 from goods_attribute v where v.attribute_id = attribute.id)", id, type);
  }
}
