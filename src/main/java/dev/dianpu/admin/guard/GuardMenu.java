package dev.dianpu.admin.guard;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The ways to the guard. */
@ApplicationScoped
class GuardMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.SMS, 40, "guard", "/admin/guard"),
        new Entry(Group.SMS, 42, "guard.decisions", "/admin/guard/decisions"),
        new Entry(Group.SMS, 44, "guard.rules", "/admin/guard/rules"),
        new Entry(Group.SMS, 46, "guard.test", "/admin/guard/test-numbers"));
  }
}
