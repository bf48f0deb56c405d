package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
@Transactional
class RouteRepository {

  @PersistenceContext EntityManager em;

  /** By kind and channel. */
  Map<MessageKind, Map<String, Route>> all() {
    Map<MessageKind, Map<String, Route>> routes = new EnumMap<>(MessageKind.class);
    for (MessageKind kind : MessageKind.values()) {
      routes.put(kind, new HashMap<>());
    }
    List<?> rows = em.createNativeQuery("select kind, channel, place, weight from sms_route").getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      String channel = (String) columns[1];
      routes.get(MessageKind.valueOf((String) columns[0])).put(channel,
          new Route(channel, ((Number) columns[2]).intValue(), ((Number) columns[3]).intValue()));
    }
    return routes;
  }

  void save(MessageKind kind, Route route) {
    em.createNativeQuery("insert into sms_route (kind, channel, place, weight) values (?1, ?2, ?3, ?4)"
            + " on duplicate key update place = ?3, weight = ?4")
        .setParameter(1, kind.name()).setParameter(2, route.channel()).setParameter(3, route.place())
        .setParameter(4, route.weight()).executeUpdate();
  }
}
