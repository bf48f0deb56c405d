package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.Redaction;

/** Sends one SMS as a whole text, or by the number of its template; what cannot arrive is not tried. */
final class IhuyiSender {

  private final Settings settings;
  private final IhuyiGateway gateway;

  IhuyiSender(Settings settings, IhuyiGateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  SendOutcome send(SmsMessage message, Redaction redaction) {
    if (!message.to().mainland()) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    return IhuyiSettings.byTemplate(settings) ? byTemplate(message, redaction) : wholeText(message, redaction);
  }

  private SendOutcome wholeText(SmsMessage message, Redaction redaction) {
    if (message.signature().isBlank() && !IhuyiSettings.signedByGateway(settings)) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing");
    }
    String content = IhuyiSettings.signed(settings, message.text(), message.signature());
    return submit(message, content, "", redaction);
  }

  private SendOutcome byTemplate(SmsMessage message, Redaction redaction) {
    if (message.filed().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.TEMPLATE, "template-missing");
    }
    SmsMessage.Filed filed = message.filed().get();
    if (filed.values().stream().anyMatch(value -> value.contains("|"))) {
      return refused(Cause.TEMPLATE, "variable-separator");
    }
    return submit(message, String.join("|", filed.values()), filed.templateId(), redaction);
  }

  private SendOutcome submit(SmsMessage message, String content, String templateId, Redaction redaction) {
    if (content.codePointCount(0, content.length()) > settings.number(IhuyiSettings.CONTENT_LENGTH)) {
      return refused(Cause.TEXT, "content-length");
    }
    return IhuyiAnswers.outcome(gateway.submit(message.to().national(), content, templateId), redaction);
  }

  private static SendOutcome refused(Cause cause, String label) {
    return new Rejected(cause, new GatewayAnswer("", "", "", IhuyiAnswers.explanation(label)));
  }
}
