package dev.dianpu.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rendered pages, bounded by their bytes. Whatever changes them (settings, plugins, theme, catalog, the owner's 清除缓存)
 * empties it on every node.
 */
@ApplicationScoped
public class PageCache {

  /** The query parameters that a cached page may depend on; a request with any other one is not served from here. */
  public static final Set<String> KNOWN_PARAMETERS = Set.of("page", "sort");

  /** Pages that send a member elsewhere, so that a member asks the page itself. */
  private static final Set<String> FOR_STRANGERS = Set.of("/register");

  private static final long MOST_BYTES = 32L << 20;
  private static final int LONGEST_KEY = 200;

  private final Cache<String, RenderedPage> pages = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
      .weigher((String key, RenderedPage page) -> key.length() + page.size())
      .expireAfterWrite(10, TimeUnit.MINUTES).build();
  private final AtomicLong generation = new AtomicLong();

  /** Counts how often the cache was emptied: a page rendered before must not be kept after. */
  long generation() {
    return generation.get();
  }

  RenderedPage find(String key) {
    return pages.getIfPresent(key);
  }

  void keep(String key, RenderedPage page, long renderedIn) {
    pages.put(key, page);
    if (renderedIn != generation.get()) {
      pages.invalidate(key);
    }
  }

  /** The key under which the page of this request may stand; null where it cannot be cached. */
  static String key(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return null;
    }
    StringBuilder key = new StringBuilder(request.getRequestURI());
    if (request.getQueryString() != null) {
      Map<String, String[]> parameters = new TreeMap<>(request.getParameterMap());
      if (!KNOWN_PARAMETERS.containsAll(parameters.keySet())) {
        return null;
      }
      parameters.forEach((name, values) -> key.append('&').append(name).append('=').append(values[0]));
    }
    key.append('#').append(Visit.of(request).locale().getLanguage());
    return key.length() > LONGEST_KEY ? null : key.toString();
  }

  /** Whether this page sends a member elsewhere. */
  static boolean forStrangers(HttpServletRequest request) {
    return FOR_STRANGERS.contains(request.getRequestURI());
  }

  /** How many pages and bytes are kept. */
  public Map<String, Long> content() {
    long bytes = pages.asMap().values().stream().mapToLong(RenderedPage::size).sum();
    return Map.of("pages", pages.estimatedSize(), "bytes", bytes);
  }

  void empty(@Observes Versions.Changed changed) {
    generation.incrementAndGet();
    pages.invalidateAll();
  }

  /** A page as bytes with its holes between them. */
  record RenderedPage(byte[][] pieces, String[] holes) {

    /** New at each start: what a person types never is one. */
    static final String OPEN = '\uE000' + UUID.randomUUID().toString() + ':';
    static final String CLOSE = "\uE001";
    private static final Pattern HOLE = Pattern.compile(Pattern.quote(OPEN) + "([a-z-]{1,40})" + CLOSE);

    static RenderedPage parse(String html) {
      java.util.List<byte[]> pieces = new java.util.ArrayList<>();
      java.util.List<String> holes = new java.util.ArrayList<>();
      int from = 0;
      for (Matcher hole = HOLE.matcher(html); hole.find(); from = hole.end()) {
        pieces.add(html.substring(from, hole.start()).getBytes(StandardCharsets.UTF_8));
        holes.add(hole.group(1));
      }
      pieces.add(html.substring(from).getBytes(StandardCharsets.UTF_8));
      return new RenderedPage(pieces.toArray(byte[][]::new), holes.toArray(String[]::new));
    }

    int size() {
      int size = 0;
      for (byte[] piece : pieces) {
        size += piece.length;
      }
      return size;
    }
  }
}
