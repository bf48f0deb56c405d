package dev.dianpu.catalog.admin;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Categories as the owner changes them. */
@ApplicationScoped
class CategoryAdminRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** All, in the order of their siblings; one query. */
  List<CategoryRow> all() {
    return new Sql(dataSource).all(row -> new CategoryRow(row.getLong(1), row.getLong(2), row.getString(3),
        row.getString(4), row.getInt(5), row.getBoolean(6), 0, row.getLong(7)),
        "select c.id, coalesce(c.parent_id, 0), c.name, c.brief, c.position, c.shown, coalesce(n.goods, 0)"
            + " from category c left join (select category_id, count(*) goods from goods group by category_id) n"
            + " on n.category_id = c.id order by c.position, c.id");
  }

  long insert(CategoryRow row) {
    return new Sql(dataSource).insert("insert into category (parent_id, name, brief, position, shown)"
        + " values (nullif(?, 0), ?, ?, ?, ?)", row.parentId(), row.name(), row.brief(), row.position(), row.shown());
  }

  void update(CategoryRow row) {
    new Sql(dataSource).update("update category set parent_id = nullif(?, 0), name = ?, brief = ?, position = ?,"
        + " shown = ? where id = ?", row.parentId(), row.name(), row.brief(), row.position(), row.shown(), row.id());
  }

  /** Locks all categories: what is checked of the tree stays so until the transaction ends. */
  void lock() {
    new Sql(dataSource).all(row -> row.getLong(1), "select id from category order by id for update");
  }

  Optional<Long> anythingIn(long id) {
    return new Sql(dataSource).number("select 1 from goods where category_id = ? union all"
        + " select 1 from category where parent_id = ? limit 1", id, id);
  }

  void delete(long id) {
    new Sql(dataSource).update("delete from category where id = ?", id);
  }
}
