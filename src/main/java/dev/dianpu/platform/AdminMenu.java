package dev.dianpu.platform;

import java.util.List;

/** What a room adds to the admin's menu; every bean of this type is asked, so a new room only adds its own. */
public interface AdminMenu {

  /** The entries of this room as of now. */
  List<Entry> entries();

  /** The menu's groups in their order; one without entries is not shown. Titles: {@code admin.menu.<name>}. */
  enum Group { START, GOODS, ORDERS, MEMBERS, SYSTEM, TEMPLATES, SMS, ACCESS }

  /**
   * A line of the menu.
   *
   * @param group where it stands
   * @param order its place in the group, smallest first
   * @param label key of its text
   * @param href the page's path; the entry is shown as current on it and on everything below it
   */
  record Entry(Group group, int order, String label, String href) {}
}
