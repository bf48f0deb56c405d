package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The ways to what is left of the SMS. */
@ApplicationScoped
class SupplyMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.SMS, 22, "admin.balance", "/admin/sms/balance"),
        new Entry(Group.SMS, 24, "admin.packages", "/admin/sms/packages"),
        new Entry(Group.SMS, 26, "admin.usage", "/admin/sms/usage"));
  }
}
