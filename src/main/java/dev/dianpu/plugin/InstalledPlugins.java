package dev.dianpu.plugin;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The plugins of this node in memory: which there are, which are installed and on, what those supply. */
@ApplicationScoped
class InstalledPlugins implements GroupSource {

  private static final Logger LOG = Logger.getLogger(InstalledPlugins.class.getName());

  private final SortedMap<String, Plugin> known = new ConcurrentSkipListMap<>();
  private final Map<String, List<Object>> supplied = new ConcurrentHashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(Snapshot.unread());

  @Inject @jakarta.enterprise.inject.Any Instance<Plugin> declared;
  @Inject PluginRepository repository;
  @Inject ShopDatabase database;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject SecretBox box;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** What was read from the database at one moment; the unread one is told from others by identity. */
  private record Snapshot(Map<String, InstalledPlugin> rows, Map<Class<?>, List<?>> extensions, boolean read) {

    static Snapshot unread() {
      return new Snapshot(new TreeMap<>(), Map.of(), false);
    }

    static Snapshot of(List<InstalledPlugin> rows) {
      Map<String, InstalledPlugin> byId = new TreeMap<>();
      rows.forEach(row -> byId.put(row.id(), row));
      return new Snapshot(byId, new ConcurrentHashMap<>(), true);
    }
  }

  @PostConstruct
  void find() {
    for (Plugin plugin : declared) {
      if (!plugin.id().matches("[a-z][a-z0-9]{1,31}") || known.put(plugin.id(), plugin) != null) {
        throw new IllegalStateException("Two plugins, or one with a wrong id: " + plugin.id());
      }
    }
  }

  /** Every plugin that could be installed or is, by id. */
  SortedMap<String, Plugin> known() {
    return known;
  }

  /** The installed ones by id, also those whose plugin is no longer there. */
  Map<String, InstalledPlugin> rows() {
    return snapshot().rows();
  }

  /** Why a plugin is not used although it is on, by id: its scripts failed at the start. */
  Map<String, String> broken() {
    return broken;
  }

  boolean on(String id) {
    InstalledPlugin row = rows().get(id);
    return row != null && row.state() == PluginState.ON && known.containsKey(id) && !broken.containsKey(id);
  }

  /** What the plugins that are on supply of this type, in the order of their ids. */
  <T> List<T> extensions(Class<T> type) {
    Snapshot current = snapshot();
    if (!current.read()) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<T> found = (List<T>) current.extensions().get(type);
    if (found == null) {
      found = known.values().stream().filter(plugin -> on(plugin.id()))
          .flatMap(plugin -> supplied(plugin).stream()).filter(type::isInstance).map(type::cast).toList();
      current.extensions().put(type, found);
    }
    return found;
  }

  private List<Object> supplied(Plugin plugin) {
    List<Object> before = supplied.get(plugin.id());
    return before != null ? before : supplied.computeIfAbsent(plugin.id(), id -> {
      try {
        return List.copyOf(plugin.extensions(context(id)));
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, e, () -> "The plugin " + id + " is on but supplies nothing: it failed to start");
        return List.of();
      }
    });
  }

  private PluginContext context(String id) {
    return new PluginContext(settings, clock, dataSource, box::digest, new PluginSeal(box, id), 1);
  }

  @Override
  public List<SettingGroup> groups() {
    return known.values().stream().filter(plugin -> rows().containsKey(plugin.id()))
        .flatMap(plugin -> plugin.settings().stream()).toList();
  }

  private Snapshot snapshot() {
    Snapshot current = snapshot.get();
    if (current.read() || database.state() != ShopDatabase.State.READY) {
      return current;
    }
    Snapshot fresh = Snapshot.of(repository.all());
    // Not kept when a change was heard of meanwhile.
    snapshot.compareAndSet(current, fresh);
    return fresh;
  }

  /** Before the settings ask for the groups again. */
  void forget(@Observes @Priority(50) Versions.Changed changed) {
    if (changed.topic().equals("plugins") || changed.topic().equals("cache")) {
      snapshot.set(Snapshot.unread());
    }
  }

  void forget(@Observes @Priority(50) ShopDatabase.Ready ready) {
    snapshot.set(Snapshot.unread());
  }
}
