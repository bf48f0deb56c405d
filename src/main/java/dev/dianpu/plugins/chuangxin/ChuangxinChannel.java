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
import dev.dianpu.spi.gateway.GatewayHttp;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One POST per SMS, everything in the query; the signature 【…】 stands before the text, or nothing is sent. */
final class ChuangxinChannel implements SmsChannel, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final GatewayHttp gateway = new GatewayHttp();
  private final AliyunAuthentication authentication;
  private final ChuangxinAnswers answers = new ChuangxinAnswers();

  ChuangxinChannel(PluginContext context) {
    this.id = context.channelId(ChuangxinPlugin.ID);
    this.settings = context.settings();
    this.authentication = new AliyunAuthentication(() -> ChuangxinSettings.credentials(settings), context.clock());
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
        ChuangxinSettings.address(settings), ChuangxinSettings.timeouts(settings), request(message, content));
    return answers.outcome(reply, Redaction.of(message, settings.secret(ChuangxinSettings.APP_CODE)));
  }

  private GatewayHttp.Request request(SmsMessage message, String content) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("content", content);
    query.put("mobile", message.to().national());
    return authentication.request("POST", ChuangxinSettings.address(settings), query);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
