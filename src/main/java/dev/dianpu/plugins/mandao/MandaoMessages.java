package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayDigests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the call that sends a text, as the settings want it. */
final class MandaoMessages {

  private static final int ID_DIGITS = 18;

  private final Settings settings;

  MandaoMessages(Settings settings) {
    this.settings = settings;
  }

  /** What is sent, whoever it goes to. */
  record Wording(String attemptId, String text, String signature) {

    /** Without the text, which may hold a code. */
    @Override
    public String toString() {
      return "Wording[" + attemptId + "]";
    }
  }

  /** Whether the chosen character set has all of the text: what it has not would reach the phone as a question mark. */
  boolean encodable(Wording wording) {
    return MandaoSettings.urlEncoded(settings)
        || MandaoSettings.charset(settings).newEncoder().canEncode(wording.text() + wording.signature());
  }

  /** The parameters by which the account proves itself. */
  Map<String, String> account() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("sn", MandaoSettings.sn(settings));
    parameters.put("pwd", MandaoSettings.pwd(settings));
    return parameters;
  }

  /**
   * The call. Its {@code rrid} is the attempt's id as a number; the gateway gives it back at once and in receipts.
   *
   * <p>{@code mdgxsend} takes a content, and as it seems an {@code rrid}, for each phone. One text for several phones
   * is what {@code mdsmssend} is for, so it takes those whatever is set.
   */
  MandaoCall call(List<PhoneNumber> phones, Wording wording) {
    String operation = phones.size() > 1 ? MandaoSettings.ONE_CONTENT : settings.text(MandaoSettings.OPERATION);
    Map<String, String> parameters = account();
    parameters.put("mobile", phones.stream().map(PhoneNumber::national).collect(Collectors.joining(",")));
    parameters.put("content", content(wording));
    parameters.put("ext", settings.text(MandaoSettings.EXT).strip());
    parameters.put("stime", "");
    parameters.put("rrid", GatewayDigests.number(wording.attemptId(), ID_DIGITS));
    parameters.put("msgfmt", settings.text(MandaoSettings.MSGFMT).strip());
    return new MandaoCall(operation, parameters);
  }

  private String content(Wording wording) {
    String signature = "【" + wording.signature() + "】";
    String signed = settings.text(MandaoSettings.SIGNATURE_PLACE).equals("front")
        ? signature + wording.text() : wording.text() + signature;
    return MandaoSettings.urlEncoded(settings) ? URLEncoder.encode(signed, StandardCharsets.UTF_8) : signed;
  }
}
