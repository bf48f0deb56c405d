package dev.dianpu.admin.sms;

/**
 * A text to be filed that stands in no setting, as typed.
 *
 * @param text without the signature
 * @param kind name of a kind of templates
 * @param gatewayId if it was filed by hand; else empty
 */
public record OwnText(String text, String kind, String gatewayId) {

  private static final int LONGEST = 500;

  public OwnText {
    text = text.strip();
    gatewayId = gatewayId.strip();
  }

  /** Key of what is wrong with the text; empty if nothing is. */
  String textProblem() {
    if (text.isEmpty()) {
      return "admin.templates.own.text-missing";
    }
    if (text.length() > LONGEST) {
      return "admin.templates.own.text-long";
    }
    return text.startsWith("【") || text.endsWith("】") ? "admin.templates.own.text-signed" : "";
  }

  /** Key of what is wrong with the number; empty if nothing is. */
  String idProblem() {
    return gatewayId.matches("[!-~]{1,64}") ? "" : "admin.templates.id-wrong";
  }
}
