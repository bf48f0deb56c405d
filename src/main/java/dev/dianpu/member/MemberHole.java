package dev.dianpu.member;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The member box in the head of every page. It differs by the shown name only, so its HTML is kept by that. */
@ApplicationScoped
class MemberHole implements PageHole {

  private record Key(Optional<Long> memberId, Locale locale) {}

  private final Cache<Key, String> kept =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(2, TimeUnit.SECONDS).build();

  @Inject Sessions sessions;
  @Inject Members members;
  @Inject Templates templates;

  @Override
  public String name() {
    return "member";
  }

  @Override
  public String html(HttpServletRequest request) {
    Key key = new Key(sessions.of(Visit.of(request)).flatMap(Session::memberId), Visit.of(request).locale());
    return kept.get(key, wanted -> templates.render("_member", Map.of("member", shownName(wanted)), wanted.locale()));
  }

  private String shownName(Key key) {
    return key.memberId().flatMap(members::account).map(Members.Account::shownName).orElse("");
  }

  void empty(@Observes Versions.Changed changed) {
    kept.invalidateAll();
  }
}
