package dev.dianpu.plugin;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private record Snapshot(Map<String, InstalledPlugin> rows, Map<String, List<Account>> accounts,
      Map<Class<?>, List<?>> extensions, boolean read) {

    static Snapshot unread() {
      return new Snapshot(new TreeMap<>(), Map.of(), Map.of(), false);
    }

    static Snapshot of(List<InstalledPlugin> rows, List<Account> accounts) {
      Map<String, InstalledPlugin> byId = new TreeMap<>();
      rows.forEach(row -> byId.put(row.id(), row));
      return new Snapshot(byId, accounts.stream().collect(Collectors.groupingBy(Account::plugin)),
          new ConcurrentHashMap<>(), true);
    }

    List<Account> accounts(Plugin plugin) {
      return accounts.getOrDefault(plugin.id(), List.of());
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
          .flatMap(plugin -> supplied(plugin, current.accounts(plugin))).filter(type::isInstance).map(type::cast).toList();
      current.extensions().put(type, found);
    }
    return found;
  }

  /** What the plugin supplies for its first account, and the channels of its further ones. */
  private Stream<Object> supplied(Plugin plugin, List<Account> accounts) {
    return Stream.concat(supplied(plugin, plugin.id(), 1, settings).stream(), accounts.stream().flatMap(account ->
        supplied(plugin, account.id(), account.number(), account.settings(settings, plugin.settings())).stream()
            .filter(SmsChannel.class::isInstance)));
  }

  private List<Object> supplied(Plugin plugin, String id, int account, Settings own) {
    List<Object> before = supplied.get(id);
    return before != null ? before : supplied.computeIfAbsent(id, name -> {
      try {
        return List.copyOf(plugin.extensions(new PluginContext(own, clock, dataSource, box::digest,
            new PluginSeal(box, plugin.id()), account)));
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, e, () -> "The plugin " + name + " is on but supplies nothing: it failed to start");
        return List.of();
      }
    });
  }

  /** The plugin's further accounts. */
  List<Account> accounts(String plugin) {
    return snapshot().accounts().getOrDefault(plugin, List.of());
  }

  @Override
  public List<SettingGroup> groups() {
    return known.values().stream().filter(plugin -> rows().containsKey(plugin.id()))
        .flatMap(plugin -> Stream.concat(plugin.settings().stream(),
            accounts(plugin.id()).stream().flatMap(account -> account.groups(plugin.settings()).stream()))).toList();
  }

  private Snapshot snapshot() {
    Snapshot current = snapshot.get();
    if (current.read() || database.state() != ShopDatabase.State.READY) {
      return current;
    }
    Snapshot fresh = Snapshot.of(repository.all(), repository.accounts());
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
