package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The menu entries of what comes back from gateways, and of who gets no SMS. */
@ApplicationScoped
class CameBackMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.SMS, 22, "replies", "/admin/sms/replies"),
        new Entry(Group.SMS, 24, "opt-outs", OptOutsPage.HERE.toString()),
        new Entry(Group.SMS, 26, "numbers", NumbersPage.HERE.toString()));
  }
}
