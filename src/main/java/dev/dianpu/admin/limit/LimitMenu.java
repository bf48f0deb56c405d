package dev.dianpu.admin.limit;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The way to the limits. */
@ApplicationScoped
class LimitMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.SYSTEM, 22, "limits", "/admin/limits"));
  }
}
