package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.time.Clock;
import java.time.format.DateTimeFormatter;

/** Calls the gateway: signs, writes the format of the settings, and reads what came back. */
final class CloopenGateway implements AutoCloseable {

  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final Settings settings;
  private final Clock clock;
  private final GatewayClient<CloopenApi> client = GatewayClient.of(CloopenApi.class);

  CloopenGateway(PluginContext context) {
    this.settings = context.settings();
    this.clock = context.clock();
  }

  /** Asks one function below {@code SMS}. */
  GatewayReply post(CloopenRequest request) {
    CloopenSignature signature = signature();
    boolean xml = CloopenSettings.inXml(settings);
    byte[] body = xml ? request.xml() : request.json();
    return client.call(CloopenSettings.address(settings), CloopenSettings.timeouts(settings), api -> xml
        ? api.postXml(request.function(), signature.sig(), signature.authorization(), body)
        : api.postJson(request.function(), signature.sig(), signature.authorization(), body));
  }

  /** The same, for anything but sending. */
  CloopenAnswers.Told ask(CloopenRequest request) {
    return told(post(request));
  }

  /** Asks about the account. */
  CloopenAnswers.Told account() {
    CloopenSignature signature = signature();
    boolean xml = CloopenSettings.inXml(settings);
    return told(client.call(CloopenSettings.address(settings), CloopenSettings.timeouts(settings), api -> xml
        ? api.accountInXml(signature.sig(), signature.authorization())
        : api.accountInJson(signature.sig(), signature.authorization())));
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
