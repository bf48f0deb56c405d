package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 群发短信 in the admin's menu. */
@ApplicationScoped
class BulkMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.SMS, 15, "admin.bulk", "/admin/sms/bulk"));
  }
}
