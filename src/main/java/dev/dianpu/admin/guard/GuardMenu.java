package dev.dianpu.admin.guard;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The way to the guard, whose page leads to the others. */
@ApplicationScoped
class GuardMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.SMS, 40, "guard", "/admin/guard"));
  }
}
