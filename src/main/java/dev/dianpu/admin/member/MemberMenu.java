package dev.dianpu.admin.member;

import dev.dianpu.platform.AdminMenu;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The ways to the members. */
@ApplicationScoped
class MemberMenu implements AdminMenu {

  @Override
  public List<Entry> entries() {
    return List.of(
        new Entry(Group.MEMBERS, 10, "admin.members", "/admin/members"),
        new Entry(Group.MEMBERS, 20, "admin.member-fields", "/admin/member-fields"));
  }
}
