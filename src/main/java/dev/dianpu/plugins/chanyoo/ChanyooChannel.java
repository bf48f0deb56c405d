package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.AliyunAuthentication;
import dev.dianpu.spi.gateway.GatewayHttp;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One GET per SMS: {@code mobile} and {@code content}, the signature 【…】 at the end of the content. */
final class ChanyooChannel implements SmsChannel, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final GatewayHttp gateway = new GatewayHttp();
  private final AliyunAuthentication authentication;
  private final ChanyooAnswers answers = new ChanyooAnswers();

  ChanyooChannel(PluginContext context) {
    this.id = context.channelId(ChanyooPlugin.ID);
    this.settings = context.settings();
    this.authentication = new AliyunAuthentication(() -> ChanyooSettings.credentials(settings), context.clock());
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
        ChanyooSettings.address(settings), ChanyooSettings.timeouts(settings), request(message, content));
    return answers.outcome(reply, redaction(message));
  }

  private GatewayHttp.Request request(SmsMessage message, String content) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("mobile", message.to().national());
    query.put("content", content);
    return authentication.request("GET", ChanyooSettings.address(settings), query);
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
