package dev.dianpu.member;

import dev.dianpu.platform.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** What this room keeps of a member: the account, the answers at registration, the logins. */
@ApplicationScoped
class OwnAccount implements PersonalData {

  private static final int MOST = 1000;

  @Inject MemberRepository repository;
  @Inject Members members;
  @Inject FieldRepository fields;
  @Inject LoginRepository logins;

  @Override
  public String name() {
    return "account";
  }

  @Override
  public JsonValue of(long memberId) {
    Member member = repository.byId(memberId).orElseThrow();
    JsonObjectBuilder answers = Json.createObjectBuilder();
    fields.answers(memberId).forEach(answers::add);
    return Json.createObjectBuilder().add("username", member.username()).add("email", member.email())
        .add("phone", members.phone(memberId).map(phone -> phone.e164()).orElse(""))
        .add("nickname", member.nickname()).add("registeredAt", member.registeredAt().toString())
        .add("registeredFrom", member.registeredFrom()).add("consentVersion", member.consentVersion())
        .add("consentAt", member.consentAt().toString()).add("fields", answers).add("logins", past(memberId)).build();
  }

  private JsonArrayBuilder past(long memberId) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    List<Entrances.Past> past = logins.newest(memberId, MOST);
    past.forEach(login -> array.add(Json.createObjectBuilder().add("at", login.at().toString())
        .add("way", login.way().name()).add("address", login.address()).add("browser", login.agent())));
    return array;
  }

  /** The row stays, since orders point to it, and names nobody. */
  @Override
  public void forget(long memberId) {
    repository.byId(memberId).orElseThrow().close();
    fields.forget(memberId);
    logins.forget(memberId);
  }
}
