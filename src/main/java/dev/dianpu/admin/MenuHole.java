package dev.dianpu.admin;

import dev.dianpu.platform.AdminMenu;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The frame around every page of the admin: menu, buttons at the top, the admin's name. */
@ApplicationScoped
class MenuHole implements PageHole {

  @Inject Instance<AdminMenu> menus;
  @Inject CurrentAdmin admin;
  @Inject Templates templates;

  /** A menu group as the template shows it. */
  public record Group(String title, List<Line> lines) {}

  /** A menu line as the template shows it; {@code current} on its page and those below. */
  public record Line(String label, String href, boolean current) {}

  @Override
  public String name() {
    return "admin-frame";
  }

  @Override
  public String html(HttpServletRequest request) {
    return templates.render("admin/_frame", Map.of("groups", groups(request.getRequestURI()),
        "admin", admin.name().orElse(""), "path", request.getRequestURI()), Visit.of(request).locale());
  }

  private List<Group> groups(String path) {
    List<AdminMenu.Entry> entries = menus.stream().flatMap(menu -> menu.entries().stream())
        .sorted(Comparator.comparing(AdminMenu.Entry::group).thenComparing(AdminMenu.Entry::order)).toList();
    String current = current(entries, path);
    List<Group> groups = new ArrayList<>();
    for (AdminMenu.Group group : AdminMenu.Group.values()) {
      List<Line> lines = entries.stream().filter(entry -> entry.group() == group)
          .map(entry -> new Line(entry.label(), entry.href(), entry.href().equals(current))).toList();
      if (!lines.isEmpty()) {
        groups.add(new Group("admin.menu." + group.name().toLowerCase(java.util.Locale.ROOT), lines));
      }
    }
    return groups;
  }

  /** The entry whose page this is or lies below; the longest one, since /admin lies above all. */
  static String current(List<AdminMenu.Entry> entries, String path) {
    return entries.stream().map(AdminMenu.Entry::href)
        .filter(href -> path.equals(href) || (!href.equals("/admin") && path.startsWith(href + "/")))
        .max(Comparator.comparingInt(String::length)).orElse("");
  }
}
