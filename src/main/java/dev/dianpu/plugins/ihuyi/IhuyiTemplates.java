package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import dev.dianpu.spi.SmsVariables;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files texts (AddTemplate) and takes them away (DelTemplate); how they stand is pushed, never asked. */
final class IhuyiTemplates {

  private final Settings settings;
  private final IhuyiGateway gateway;

  IhuyiTemplates(Settings settings, IhuyiGateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  static String notation(String wording) {
    return SmsVariables.replaced(wording, (number, name) -> "【变量】");
  }

  /** The signature is filed along where the shop puts it, as in the document's example. */
  Filing submit(Draft draft, Redaction redaction) {
    Map<String, String> own = new LinkedHashMap<>();
    own.put("content", IhuyiSettings.signed(settings, notation(draft.wording()), draft.signature()));
    // The table of types has no marketing; the document's example of such a text goes without a type.
    if (draft.kind() != Kind.MARKETING) {
      own.put("type", draft.kind() == Kind.CODE ? "1" : "2");
    }
    own.put("scene", draft.scene());
    GatewayReply reply = gateway.addTemplate(own);
    SendOutcome outcome = IhuyiAnswers.outcome(reply, redaction);
    if (!(outcome instanceof Accepted)) {
      return new Filing("", Optional.empty(), outcome.answer());
    }
    String id = IhuyiBody.read(((Answer) reply).body()).templateId();
    GatewayAnswer answer = id.isEmpty() ? explained(outcome.answer(), "template-id-missing") : outcome.answer();
    return new Filing(redaction.id(id, 64), Optional.of(State.PENDING), answer);
  }

  /** A template that the gateway does not know is as good as taken away. */
  Filing delete(String templateId, Redaction redaction) {
    SendOutcome outcome = IhuyiAnswers.outcome(gateway.delTemplate(templateId), redaction);
    // By the label, not the number: status 404 is written the same.
    boolean unknown =
        outcome.answer().explanation().equals(IhuyiAnswers.explanation(IhuyiError.CONTENT_EMPTY.label()));
    if (outcome instanceof Accepted || unknown) {
      return new Filing(templateId, Optional.of(State.DELETED), explained(outcome.answer(), ""));
    }
    return new Filing(templateId, Optional.empty(), outcome.answer());
  }

  private static GatewayAnswer explained(GatewayAnswer answer, String label) {
    String explanation = label.isEmpty() ? "" : IhuyiAnswers.explanation(label);
    return new GatewayAnswer(answer.code(), answer.text(), answer.requestId(), explanation);
  }
}
