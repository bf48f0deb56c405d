package dev.dianpu.admin;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The menu entries of this room's own pages. */
@ApplicationScoped
class HostMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.START, 10, "admin.dashboard", "/admin"),
        new Entry(Group.SYSTEM, 10, "admin.settings", "/admin/settings"),
        new Entry(Group.SYSTEM, 20, "admin.captcha", "/admin/captcha"),
        new Entry(Group.SMS, 5, "admin.channels", "/admin/sms/channels"),
        new Entry(Group.SMS, 7, "admin.templates", "/admin/sms/templates"),
        new Entry(Group.SMS, 10, "admin.sms-test", "/admin/sms/test"),
        new Entry(Group.SMS, 20, "admin.messages", "/admin/sms/messages"),
        new Entry(Group.SMS, 30, "admin.verifications", "/admin/verifications"),
        new Entry(Group.ACCESS, 10, "admin.log", "/admin/log"),
        new Entry(Group.ACCESS, 20, "admin.password", "/admin/password"));
  }
}
