package dev.dianpu.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A call of mandao's web service by SOAP 1.1.
 *
 * @param namespace of the operation: there are two editions
 */
record MandaoSoap(String operation, String namespace, Map<String, String> parameters) {

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  /** The call; empty when it is none, or its header names another action. The prolog's character set is ignored. */
  static Optional<MandaoSoap> read(WireRequest request, Charset charset) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Node body = factory.newDocumentBuilder()
          .parse(new InputSource(new StringReader(new String(request.bytes(), charset))))
          .getElementsByTagNameNS(SOAP, "Body").item(0);
      return body != null && body.getFirstChild() instanceof Element call
          ? Optional.of(of(call)).filter(soap -> soap.fits(request.header("SOAPAction"))) : Optional.empty();
    } catch (SAXException | IOException | ParserConfigurationException noSoap) {
      return Optional.empty();
    }
  }

  private static MandaoSoap of(Element call) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Node child = call.getFirstChild(); child != null; child = child.getNextSibling()) {
      parameters.put(child.getLocalName(), child.getTextContent());
    }
    return new MandaoSoap(call.getLocalName(), call.getNamespaceURI(), parameters);
  }

  private boolean fits(String action) {
    String edition = operation.startsWith("md") ? "http://entinfo.cn/" : "http://tempuri.org/";
    return edition.equals(namespace) && action.replace("\"", "").equals(namespace + operation);
  }

  /** On one line, since clients read it by lines. */
  WireAnswer answer(String result) {
    return WireAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"" + SOAP
        + "\"><soap:Body><" + operation + "Response xmlns=\"" + namespace + "\"><" + operation + "Result>" + result
        + "</" + operation + "Result></" + operation + "Response></soap:Body></soap:Envelope>");
  }

  /** What is no call. */
  static WireAnswer fault() {
    return new WireAnswer(500, "text/xml; charset=utf-8", Map.of(), "<soap:Fault xmlns:soap=\"" + SOAP + "\"/>");
  }
}
