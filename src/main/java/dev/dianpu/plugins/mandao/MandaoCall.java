package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayForm;
import dev.dianpu.spi.gateway.GatewayXml;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * One call of the web service: as a form to {@code …asmx/<operation>} or {@code /<operation>.ashx}, or as SOAP 1.1.
 *
 * <p>A SOAP body goes out in the bytes of the chosen set, GBK by default, though its prolog says utf-8: so do the
 * clients that are known to work, and the gateway goes by the header.
 *
 * @param operation such as {@code mdsmssend}
 * @param parameters in the order of the service's description
 */
record MandaoCall(String operation, Map<String, String> parameters) {

  private static final String NEW_EDITION = "http://entinfo.cn/";
  /** Of the older edition, on port 8060, to which all operations but those that begin with md belong. */
  private static final String OLD_EDITION = "http://tempuri.org/";

  URI address(String base, Settings settings) {
    String page = settings.text(MandaoSettings.PATH).strip();
    return switch (settings.text(MandaoSettings.TRANSPORT)) {
      case "soap" -> GatewayAddress.of(base, page);
      case "ashx" -> GatewayAddress.of(base, "/" + operation + ".ashx");
      default -> GatewayAddress.of(base, page + "/" + operation);
    };
  }

  Response post(MandaoApi api, Settings settings) {
    Charset charset = MandaoSettings.charset(settings);
    if (settings.text(MandaoSettings.TRANSPORT).equals("soap")) {
      String name = charset.name().equals("GBK") ? "gb2312" : "utf-8";
      return api.post("text/xml; charset=" + name, namespace() + operation, envelope().getBytes(charset));
    }
    GatewayForm form = GatewayForm.in(charset);
    parameters.forEach(form::add);
    return api.post(form.type(), null, form.bytes());
  }

  private String namespace() {
    return operation.startsWith("md") ? NEW_EDITION : OLD_EDITION;
  }

  /** On one line, as the service's own clients write it. */
  private String envelope() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
        .append("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><")
        .append(operation).append(" xmlns=\"").append(namespace()).append("\">");
    parameters.forEach((name, value) -> xml.append('<').append(name).append('>')
        .append(GatewayXml.escape(value)).append("</").append(name).append('>'));
    return xml.append("</").append(operation).append("></soap:Body></soap:Envelope>").toString();
  }
}
