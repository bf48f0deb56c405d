package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayDigests;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.PercentEncoding;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls the gateway's operations, each once, in the way that the settings say. */
final class IhuyiGateway implements AutoCloseable {

  private final Settings settings;
  private final Clock clock;
  private final GatewayClient<IhuyiApi> client = GatewayClient.of(IhuyiApi.class);

  IhuyiGateway(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends one SMS.
   *
   * @param templateId empty when the content is the whole text
   */
  GatewayReply submit(String mobile, String content, String templateId) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("mobile", mobile);
    own.put("content", content);
    if (!templateId.isEmpty()) {
      own.put("templateid", templateId);
    }
    return call("Submit", password(mobile + content), own);
  }

  /** Asks how many SMS are left. */
  GatewayReply getNum() {
    return call("GetNum", password(""), Map.of());
  }

  /** Files a template; {@code own} holds {@code content} and what else is known of it. */
  GatewayReply addTemplate(Map<String, String> own) {
    return call("AddTemplate", templatePassword(), own);
  }

  /** Takes a template away. */
  GatewayReply delTemplate(String templateId) {
    return call("DelTemplate", templatePassword(), Map.of("templateid", templateId));
  }

  private Map<String, String> password(String signed) {
    if (!IhuyiSettings.dynamic(settings)) {
      return Map.of("password", key());
    }
    String time = Long.toString(clock.instant().getEpochSecond());
    return Map.of("password", dynamic(account(), key(), signed, time), "time", time);
  }

  /** For templates the document knows no time: the key as it is, or "32-digit MD5", taken here for that of the key. */
  private Map<String, String> templatePassword() {
    return Map.of("password", IhuyiSettings.templatesByMd5(settings) ? GatewayDigests.md5(key()) : key());
  }

  private GatewayReply call(String method, Map<String, String> password, Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("account", account());
    all.putAll(password);
    all.putAll(own);
    all.put("format", settings.text(IhuyiSettings.FORMAT));
    boolean get = settings.text(IhuyiSettings.HTTP_METHOD).equals("get");
    return client.call(IhuyiSettings.address(settings), IhuyiSettings.timeouts(settings),
        api -> get ? api.get(new IhuyiQuery(method, all)) : api.post(method, form(all)));
  }

  /**
   * The dynamic password (document 004, chapter 8).
   *
   * @param signed phone and content of an SMS; empty for the balance
   * @param time seconds since 1970, ten digits
   */
  static String dynamic(String account, String key, String signed, String time) {
    return GatewayDigests.md5(account + key + signed + time);
  }

  private String account() {
    return settings.text(IhuyiSettings.ACCOUNT).strip();
  }

  private String key() {
    return settings.secret(IhuyiSettings.API_KEY).strip();
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + PercentEncoding.encode(one.getValue())).collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.close();
  }
}
