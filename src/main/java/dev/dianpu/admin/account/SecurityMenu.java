package dev.dianpu.admin.account;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 登录保护 in the menu. */
@ApplicationScoped
class SecurityMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(new Entry(Group.ACCESS, 15, "admin.security", SecurityPage.HERE));
  }
}
