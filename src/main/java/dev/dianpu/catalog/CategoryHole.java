package dev.dianpu.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.PageHole;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;

/** The categories below the search field, on the pages of every room; the one that is open is marked. */
@ApplicationScoped
public class CategoryHole implements PageHole {

  private static final String CATEGORY = "/category/";

  /** Few different ones: a page that is none of a known category shares its navigation with all others. */
  private record Key(String path, Locale locale) {}

  private final Cache<Key, String> rendered = Caffeine.newBuilder().maximumSize(1000).build();

  @Inject Shelf shelf;
  @Inject Templates templates;

  @Override
  public String name() {
    return "categories";
  }

  @Override
  public String html(HttpServletRequest request) {
    return rendered.get(new Key(known(request.getRequestURI()), Visit.of(request).locale()), this::render);
  }

  /** Of a category within others the one on the first level is marked, which the navigation shows. */
  private String known(String path) {
    if (path.matches(CATEGORY + "[0-9]{1,18}")) {
      return shelf.path(Long.parseLong(path.substring(CATEGORY.length()))).stream().findFirst()
          .map(top -> CATEGORY + top.id()).orElse("");
    }
    return path.equals("/") ? path : "";
  }

  private String render(Key key) {
    return templates.render("_categories", Map.of("navigation", shelf.categories(), "path", key.path()), key.locale());
  }

  void empty(@Observes Versions.Changed changed) {
    rendered.invalidateAll();
  }
}
