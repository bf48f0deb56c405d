package dev.dianpu.spi.gateway;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads and writes the XML of gateways. A document type is refused: with it come external entities, which read files of
 * this server, and entities that grow without end (OWASP XXE).
 */
public final class GatewayXml {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private GatewayXml() {}

  /** The root element; empty when the text is no XML, or not one that is read here. */
  public static Optional<Element> root(String text) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      // The default handler prints to the console.
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(builder.parse(new InputSource(new StringReader(text.strip()))).getDocumentElement());
    } catch (SAXException | IOException noXml) {
      return Optional.empty();
    } catch (ParserConfigurationException missing) {
      throw new IllegalStateException("the XML parser cannot be made safe", missing);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(NO_DOCTYPE, true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setNamespaceAware(true);
    return factory;
  }

  /** All elements of this local name below an element, in their order. */
  public static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** The text of the first element of this local name, without blanks around it; empty when there is none. */
  public static String text(Element within, String name) {
    return elements(within, name).stream().findFirst().map(one -> one.getTextContent().strip()).orElse("");
  }

  /** A text as it may stand between tags or in an attribute; characters that XML cannot hold are left out. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> {
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\r' -> escaped.append("&#13;");
        default -> {
          boolean control = character < 0x20 && character != '\t' && character != '\n';
          boolean none = character >= 0xD800 && character <= 0xDFFF || character == 0xFFFE || character == 0xFFFF;
          if (!control && !none) {
            escaped.appendCodePoint(character);
          }
        }
      }
    });
    return escaped.toString();
  }
}
