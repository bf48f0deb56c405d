package dev.dianpu.admin.order;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Orders in the admin's menu. */
@ApplicationScoped
class OrderMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.ORDERS, 10, "admin.orders", "/admin/orders"),
        new Entry(Group.ORDERS, 20, "admin.orders.shipping", "/admin/settings/shipping"));
  }
}
