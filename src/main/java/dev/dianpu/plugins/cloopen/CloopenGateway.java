package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayHttp;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.net.URI;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the gateway: signs, writes the format of the settings, and reads what came back. */
final class CloopenGateway implements AutoCloseable {

  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Settings settings;
  private final Clock clock;
  private final GatewayHttp client = new GatewayHttp();

  CloopenGateway(PluginContext context) {
    this.settings = context.settings();
    this.clock = context.clock();
  }

  /** Asks one function below {@code SMS}. */
  GatewayReply post(CloopenRequest request) {
    return call("POST", "SMS/" + request.function(),
        CloopenSettings.inXml(settings) ? request.xml() : request.json());
  }

  /** The same, for anything but sending. */
  CloopenAnswers.Told ask(CloopenRequest request) {
    return told(post(request));
  }

  /** Asks about the account. */
  CloopenAnswers.Told account() {
    return told(call("GET", "AccountInfo", new byte[0]));
  }

  private GatewayReply call(String method, String path, byte[] body) {
    CloopenSignature signature = signature();
    String format = CloopenSettings.inXml(settings) ? "application/xml" : "application/json";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", format);
    if (body.length > 0) {
      headers.put("Content-Type", format + ";charset=utf-8");
    }
    headers.put("Authorization", signature.authorization());
    URI address = CloopenSettings.address(settings);
    return client.call(address, CloopenSettings.timeouts(settings),
        new GatewayHttp.Request(method, URI.create(address + "/" + path + "?sig=" + signature.sig()), headers, body));
  }

  private CloopenAnswers.Told told(GatewayReply reply) {
    return CloopenAnswers.told(reply, Redaction.of(CloopenSettings.secrets(settings)));
  }

  private CloopenSignature signature() {
    return CloopenSignature.of(
        settings.text(CloopenSettings.ACCOUNT_SID).strip(),
        settings.secret(CloopenSettings.AUTH_TOKEN).strip(),
        TIMESTAMP.withZone(CloopenSettings.zone(settings)).format(clock.instant()));
  }

  @Override
  public void close() {
    client.close();
  }
}
