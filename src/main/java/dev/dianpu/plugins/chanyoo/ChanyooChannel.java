package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.AliyunAuthentication;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.PercentEncoding;
import dev.dianpu.spi.gateway.Redaction;
import java.util.List;

/** One GET per SMS: {@code mobile} and {@code content}, the signature 【…】 at the end of the content. */
final class ChanyooChannel implements SmsChannel, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final GatewayClient<ChanyooApi> gateway;
  private final ChanyooAnswers answers = new ChanyooAnswers();

  ChanyooChannel(PluginContext context) {
    this.id = context.channelId(ChanyooPlugin.ID);
    this.settings = context.settings();
    this.gateway = GatewayClient.of(
        ChanyooApi.class,
        new AliyunAuthentication(() -> ChanyooSettings.credentials(context.settings()), context.clock()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return ChanyooSettings.problems(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    if (message.signature().isBlank()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing");
    }
    if (!message.to().mainland()) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    String content = message.text() + "【" + message.signature() + "】";
    GatewayReply reply = gateway.call(
        ChanyooSettings.address(settings),
        ChanyooSettings.timeouts(settings),
        api -> api.send(PercentEncoding.encode(message.to().national()), PercentEncoding.encode(content)));
    return answers.outcome(reply, redaction(message));
  }

  private Redaction redaction(SmsMessage message) {
    return Redaction.of(
        message,
        settings.text(ChanyooSettings.APP_KEY),
        settings.secret(ChanyooSettings.APP_SECRET),
        settings.secret(ChanyooSettings.APP_CODE));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
