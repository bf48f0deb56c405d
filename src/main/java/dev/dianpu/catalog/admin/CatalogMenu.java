package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The ways to what the shop sells. */
@ApplicationScoped
class CatalogMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.GOODS, 10, "goods", "/admin/goods"),
        new Entry(Group.GOODS, 20, "stock", "/admin/stock"),
        new Entry(Group.GOODS, 30, "categories", "/admin/categories"),
        new Entry(Group.GOODS, 40, "brands", "/admin/brands"),
        new Entry(Group.GOODS, 50, "types", "/admin/goods-types"),
        new Entry(Group.MEMBERS, 60, "ranks", "/admin/ranks"));
  }
}
