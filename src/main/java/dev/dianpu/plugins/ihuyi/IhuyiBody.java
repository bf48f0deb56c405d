package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.gateway.GatewayJson;
import dev.dianpu.spi.gateway.GatewayXml;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer, in XML or JSON whatever was asked for. The document shows the XML of Submit and GetNum only: the root of
 * the other two is any whose name ends with {@code Result}, and JSON is read flat, as clients know it, and nested, as
 * the XML is.
 *
 * @param code {@code 2} for a success; empty when the body is no answer of this gateway
 * @param message its words
 * @param smsId of an SMS; {@code 0} in a failure
 * @param number of SMS that are left
 * @param templateId of a filed template
 */
record IhuyiBody(String code, String message, String smsId, String number, String templateId) {

  private static final IhuyiBody UNREADABLE = new IhuyiBody("", "", "", "", "");

  static IhuyiBody read(String body) {
    return (body.strip().startsWith("{") ? json(body) : xml(body)).orElse(UNREADABLE);
  }

  private static Optional<IhuyiBody> xml(String body) {
    return GatewayXml.root(body).filter(root -> root.getLocalName().endsWith("Result"))
        .flatMap(root -> of(name -> GatewayXml.text(root, name)));
  }

  private static Optional<IhuyiBody> json(String body) {
    return GatewayJson.object(body).map(IhuyiBody::innermost)
        .flatMap(object -> of(name -> GatewayJson.scalar(object, name)));
  }

  private static JsonObject innermost(JsonObject object) {
    return object.keySet().stream().filter(name -> name.endsWith("Result")).findFirst()
        .flatMap(name -> GatewayJson.member(object, name)).orElse(object);
  }

  private static Optional<IhuyiBody> of(Function<String, String> member) {
    String code = member.apply("code");
    return code.matches("[0-9]{1,9}")
        ? Optional.of(new IhuyiBody(code, member.apply("msg"), member.apply("smsid"), member.apply("num"),
            member.apply("templateid")))
        : Optional.empty();
  }

  boolean readable() {
    return !code.isEmpty();
  }

  boolean success() {
    return code.equals("2");
  }

  /** Whether it names an SMS, which only a success does. */
  boolean namesSms() {
    return !smsId.isEmpty() && !saysNoSms();
  }

  /** Whether it says in so many words that there is no SMS. */
  boolean saysNoSms() {
    return smsId.equals("0");
  }

  Optional<IhuyiError> error() {
    return IhuyiError.of(code);
  }
}
