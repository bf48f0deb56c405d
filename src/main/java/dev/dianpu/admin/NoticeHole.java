package dev.dianpu.admin;

import dev.dianpu.admin.account.Notices;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** What the last action left to be said; see {@link Notices}. */
@ApplicationScoped
class NoticeHole implements PageHole {

  @Inject Notices notices;
  @Inject Templates templates;

  @Override
  public String name() {
    return "admin-notice";
  }

  @Override
  public String html(HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return notices.take(visit).map(notice -> templates.render("admin/_notice",
        Map.of("good", notice.good(), "text", notice.text()), visit.locale()))
        .orElse("");
  }
}
