package dev.dianpu.admin;

import dev.dianpu.admin.account.Notices;
import dev.dianpu.platform.AdminAlerts;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every page of the admin says first: the standing alerts, and what the last action left to be said. */
@ApplicationScoped
class NoticeHole implements PageHole {

  @Inject Notices notices;
  @Inject Instance<AdminAlerts> alerts;
  @Inject CurrentAdmin admin;
  @Inject Templates templates;
  @Inject Messages messages;

  /** An alert in words. */
  public record Line(String text, String href) {}

  @Override
  public String name() {
    return "admin-notice";
  }

  @Override
  public String html(HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Map<String, Object> model = new HashMap<>();
    model.put("alerts", admin.name().isPresent() ? lines(visit.locale()) : List.of());
    notices.take(visit).ifPresent(notice -> {
      model.put("good", notice.good());
      model.put("text", notice.text());
    });
    return templates.render("admin/_notice", model, visit.locale());
  }

  private List<Line> lines(Locale locale) {
    return alerts.stream().flatMap(room -> room.alerts().stream()).map(alert ->
        new Line(messages.text(locale, alert.message(), alert.arguments().toArray()), alert.href())).toList();
  }
}
