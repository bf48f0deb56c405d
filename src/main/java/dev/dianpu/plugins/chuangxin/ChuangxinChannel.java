package dev.dianpu.plugins.chuangxin;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
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

/** One POST per SMS, everything in the query; the signature 【…】 stands before the text, or nothing is sent. */
final class ChuangxinChannel implements SmsChannel, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final GatewayClient<ChuangxinApi> gateway;
  private final ChuangxinAnswers answers = new ChuangxinAnswers();

  ChuangxinChannel(PluginContext context) {
    this.id = context.channelId(ChuangxinPlugin.ID);
    this.settings = context.settings();
    this.gateway = GatewayClient.of(
        ChuangxinApi.class,
        new AliyunAuthentication(() -> ChuangxinSettings.credentials(context.settings()), context.clock()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return ChuangxinSettings.problems(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    if (message.signature().isBlank()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing");
    }
    if (message.signature().matches("(?s).*[【】].*")) {
      return new Rejected(Cause.NOT_CONFIGURED,
          new GatewayAnswer("", "", "", ChuangxinAnswers.explanation("signature-brackets")));
    }
    if (!message.to().mainland()) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    String content = "【" + message.signature() + "】" + message.text();
    GatewayReply reply = gateway.call(
        ChuangxinSettings.address(settings),
        ChuangxinSettings.timeouts(settings),
        api -> api.send(PercentEncoding.encode(content), PercentEncoding.encode(message.to().national())));
    return answers.outcome(reply, Redaction.of(message, settings.secret(ChuangxinSettings.APP_CODE)));
  }

  @Override
  public void close() {
    gateway.close();
  }
}
