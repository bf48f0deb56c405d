package dev.dianpu.member;

import dev.dianpu.platform.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;

/** A member's addresses in what the member gets, and their end. */
@ApplicationScoped
class OwnAddresses implements PersonalData {

  @Inject Addresses addresses;
  @Inject AddressRepository repository;

  @Override
  public String name() {
    return "addresses";
  }

  @Override
  public JsonValue of(long memberId) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    addresses.of(memberId).forEach(address -> all.add(Json.createObjectBuilder().add("consignee", address.consignee())
        .add("phone", address.phone().e164()).add("region", address.region().code()).add("street", address.street())));
    return all.build();
  }

  @Override
  public void forget(long memberId) {
    repository.removeAll(memberId);
  }
}
