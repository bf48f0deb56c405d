package dev.dianpu.plugins.upstream;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.EngineAnswer;
import dev.dianpu.spi.gateway.EngineWire;
import dev.dianpu.spi.gateway.FiledByHand;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The platform of an upstream agent, by member id and secret: one POST per SMS. What goes over the wire is not public,
 * hence {@link EngineWire}; that the secret travels with each request is a guess, too.
 */
final class UpstreamChannel implements FiledByHand, AutoCloseable {

  private static final EngineWire WIRE = UpstreamSettings.WIRE;

  private final String id;
  private final Settings settings;
  private final GatewayClient<UpstreamApi> gateway = GatewayClient.of(UpstreamApi.class);

  UpstreamChannel(PluginContext context) {
    this.id = context.channelId(UpstreamPlugin.ID);
    this.settings = context.settings();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return UpstreamSettings.problems(settings);
  }

  @Override
  public boolean demandsTemplate() {
    return WIRE.demandsTemplate(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    return WIRE.notTried(settings, message).orElseGet(() -> post(message));
  }

  private SendOutcome post(SmsMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    WIRE.put(fields, settings, "member-field", settings.text(UpstreamSettings.MEMBER).strip());
    WIRE.put(fields, settings, "secret-field", settings.secret(UpstreamSettings.SECRET).strip());
    fields.putAll(WIRE.message(settings, message));
    GatewayReply reply = gateway.call(WIRE.address(settings, "send-path"), WIRE.timeouts(settings),
        api -> api.send(WIRE.type(settings), WIRE.body(settings, fields)));
    Redaction redaction = Redaction.of(message, settings.secret(UpstreamSettings.SECRET));
    return GatewayOutcomes.withoutAnswer(reply)
        .orElseGet(() -> EngineAnswer.of((Answer) reply, WIRE, settings).outcome(redaction));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
