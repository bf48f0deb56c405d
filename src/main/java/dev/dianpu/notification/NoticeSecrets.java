package dev.dianpu.notification;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.gateway.GatewayJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Seals what a notice tells of a person: the phone, and the values of its variables. */
@ApplicationScoped
class NoticeSecrets {

  private static final String PHONE = "notice-phone";
  private static final String VARIABLES = "notice-variables";

  @Inject SecretBox box;

  byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }

  String sealPhone(PhoneNumber phone) {
    return box.seal(PHONE, context(digest(phone)), phone.e164());
  }

  Optional<PhoneNumber> openPhone(NoticeRow row) {
    return box.open(PHONE, context(row.toDigest), row.toSealed).map(PhoneNumber::new);
  }

  String sealVariables(PhoneNumber phone, Map<String, String> variables) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    variables.forEach(json::add);
    return box.seal(VARIABLES, context(digest(phone)), json.build().toString());
  }

  Optional<Map<String, String>> openVariables(NoticeRow row) {
    return box.open(VARIABLES, context(row.toDigest), row.variablesSealed).flatMap(GatewayJson::object).map(json -> {
      Map<String, String> variables = new HashMap<>();
      json.keySet().forEach(name -> variables.put(name, json.getString(name)));
      return variables;
    });
  }

  private static String context(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
