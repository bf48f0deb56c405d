package dev.dianpu.notification;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The outbox in the admin's menu. */
@ApplicationScoped
class NotificationMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.SMS, 40, "admin.notifications", "/admin/notifications"));
  }
}
