package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsMessage;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the platform of ZKEYS is talked to, which is not public: path, shape of the body and names of the fields are
 * settings of the channel. Their defaults are guesses and labelled as such; what the provider says goes before them.
 */
public final class EngineWire {

  private static final String PATH = GatewayAddress.PATH + "/?";
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]{0,39}";
  private static final String NAMES = NAME + "(\\." + NAME + ")*";

  private final String group;

  /** Reads and describes the settings {@code <group>.…}. */
  public EngineWire(String group) {
    this.group = group;
  }

  /** The key of one of its settings. */
  public String key(String name) {
    return group + "." + name;
  }

  /** A path below the platform's address. */
  public SettingField path(String name, String guess) {
    return SettingField.text(key(name), guess).mandatory().matching(PATH);
  }

  /** The name of a field of a request; blank when it is not to be sent. */
  public SettingField name(String name, String guess) {
    return SettingField.text(key(name), guess).matching(NAME);
  }

  /** Where a value stands in the JSON of an answer, such as {@code data.id}. */
  public SettingField place(String name, String guess) {
    return SettingField.text(key(name), guess).matching(NAMES);
  }

  /** What every channel of the platform has. */
  public List<SettingField> fields(String sendPath) {
    return List.of(
        path("send-path", sendPath),
        SettingField.choice(key("body"), "form", List.of("form", "json")),
        name("mobile-field", "mobile").mandatory(),
        name("content-field", "content"),
        name("signature-field", "signname").mandatory(),
        SettingField.onOff(key("template-needed"), false),
        name("template-field", "template_id"),
        name("values-field", "params"),
        place("answer-code", "code").mandatory(),
        SettingField.text(key("answer-success"), "0").mandatory(),
        place("answer-text", "msg").mandatory(),
        place("answer-id", "data.id"),
        SettingField.textArea(key("codes"), ""),
        SettingField.number(key("connect-timeout"), 3, 1, 30, "seconds"),
        SettingField.number(key("read-timeout"), 5, 1, 60, "seconds"));
  }

  /** What is wrong with address and table of codes. */
  public List<SettingProblem> problems(Settings settings) {
    String address = settings.text(key("address"));
    if (address.isBlank()) {
      return List.of(new SettingProblem(key("address"), group + ".check.address-missing"));
    }
    if (!GatewayAddress.wellFormed(address)) {
      return List.of(new SettingProblem(key("address"), group + ".check.address-malformed"));
    }
    return GatewayCodes.parse(settings.text(key("codes"))).isPresent()
        ? List.of() : List.of(new SettingProblem(key("codes"), group + ".check.codes-malformed"));
  }

  /** The address of a path that is a setting. */
  public URI address(Settings settings, String path) {
    return GatewayAddress.of(settings.text(key("address")), settings.text(key(path)));
  }

  /** Of each call. */
  public GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(key("connect-timeout")), settings.number(key("read-timeout")));
  }

  /** Whether the gateway is known to want a template's number. */
  public boolean demandsTemplate(Settings settings) {
    return settings.on(key("template-needed"));
  }

  /** Why a message is not even tried; empty when it is. */
  public Optional<SendOutcome> notTried(Settings settings, SmsMessage message) {
    if (signature(settings, message).isEmpty()) {
      return Optional.of(GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing"));
    }
    if (!message.to().mainland()) {
      return Optional.of(GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad"));
    }
    return demandsTemplate(settings) && message.filed().isEmpty()
        ? Optional.of(GatewayOutcomes.notTried(Cause.TEMPLATE, "template-missing")) : Optional.empty();
  }

  /** The shop's signature, unless the channel has its own. */
  private String signature(Settings settings, SmsMessage message) {
    String own = settings.text(key("signname")).strip();
    return own.isEmpty() ? message.signature().strip() : own;
  }

  /** The fields that carry a message, by the names that are set. The platform puts brackets round the signature. */
  public Map<String, String> message(Settings settings, SmsMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, settings, "mobile-field", message.to().national());
    put(fields, settings, "content-field", message.text());
    put(fields, settings, "signature-field", signature(settings, message));
    message.filed().ifPresent(filed -> {
      put(fields, settings, "template-field", filed.templateId());
      put(fields, settings, "values-field", Json.createArrayBuilder(filed.values()).build().toString());
    });
    return fields;
  }

  /** Adds a field by the name that is set; nothing when the name is blank. */
  public void put(Map<String, String> fields, Settings settings, String name, String value) {
    Optional.of(settings.text(key(name)).strip()).filter(known -> !known.isEmpty())
        .ifPresent(known -> fields.put(known, value));
  }

  /** Content type of {@link #body}. */
  public String type(Settings settings) {
    return json(settings) ? "application/json; charset=utf-8" : GatewayForm.in(StandardCharsets.UTF_8).type();
  }

  /** The fields as a form or as JSON. */
  public byte[] body(Settings settings, Map<String, String> fields) {
    if (json(settings)) {
      JsonObjectBuilder object = Json.createObjectBuilder();
      fields.forEach(object::add);
      return object.build().toString().getBytes(StandardCharsets.UTF_8);
    }
    GatewayForm form = GatewayForm.in(StandardCharsets.UTF_8);
    fields.forEach(form::add);
    return form.bytes();
  }

  private boolean json(Settings settings) {
    return settings.text(key("body")).equals("json");
  }
}
