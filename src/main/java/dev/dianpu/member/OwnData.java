package dev.dianpu.member;

import dev.dianpu.platform.PersonalData;
import dev.dianpu.platform.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A member sees everything that the shop holds of the person, or has it forgotten: every room is asked for its part. */
@ApplicationScoped
public class OwnData {

  @Inject Instance<PersonalData> parts;
  @Inject Forgetting forgetting;
  @Inject Sessions sessions;
  @Inject Clock clock;

  /** All of it. */
  @Transactional
  public JsonObject of(long memberId) {
    JsonObjectBuilder all = Json.createObjectBuilder().add("exportedAt", clock.instant().toString());
    parts().forEach(part -> all.add(part.name(), part.of(memberId)));
    return all.build();
  }

  /** Key of a text that says why the account cannot be given up yet; empty if it can. */
  @Transactional
  public Optional<String> obstacle(long memberId) {
    return parts().stream().flatMap(part -> part.obstacle(memberId).stream()).findFirst();
  }

  /** Gives the account up for good: nobody comes in any more, and what stays for the books names nobody. */
  public void close(long memberId) {
    forgetting.all(memberId, parts());
    sessions.endAll(memberId);
  }

  private List<PersonalData> parts() {
    return parts.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
  }

  /** All rooms or none. */
  @ApplicationScoped
  static class Forgetting {

    @Transactional
    void all(long memberId, List<PersonalData> parts) {
      parts.forEach(part -> part.forget(memberId));
    }
  }
}
