package dev.dianpu.sms;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** The owner's order of the channels, per kind of messages; known on all nodes within two seconds. */
@ApplicationScoped
public class Routes {

  private static final String TOPIC = "sms-routes";

  private final Kept<Map<MessageKind, Map<String, Route>>> known = new Kept<>();

  @Inject RouteRepository repository;
  @Inject RouteChanges changes;
  @Inject Versions versions;

  /** The place of a channel. */
  public Route of(MessageKind kind, String channel) {
    return known.get(repository::all).get(kind).getOrDefault(channel, Route.unplaced(channel));
  }

  /** Saves places; live on this node at once. */
  public void save(MessageKind kind, List<Route> routes) {
    changes.save(kind, routes.stream().filter(route -> !route.equals(of(kind, route.channel()))).toList());
    versions.look();
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      known.forget();
    }
  }

  /** The write itself, in one transaction with the log. */
  @ApplicationScoped
  @Transactional
  static class RouteChanges {

    @Inject RouteRepository repository;
    @Inject AdminLog log;
    @Inject Versions versions;

    void save(MessageKind kind, List<Route> routes) {
      for (Route route : routes) {
        repository.save(kind, route);
        log.record("admin.log.sms-route", route.channel(), "", kind + " " + route.place() + "/" + route.weight());
      }
      versions.bump(TOPIC);
    }
  }
}
