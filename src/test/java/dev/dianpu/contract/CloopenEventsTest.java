package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.RawGateway;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsEvent.Reply;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import dev.dianpu.spi.SmsReportSource;
import dev.dianpu.spi.SmsReportSource.Reports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts and replies of cloopen, pushed and fetched. */
class CloopenEventsTest extends ChannelTest {

  private static final String JSON_RECEIPT = "{\"Request\":{\"action\":\"SMSArrived\",\"smsType\":\"1\","
      + "\"apiVersion\":\"2013-12-26\",\"content\":\"4121908f3d1b4edb9210f0eb4742f62c\",\"fromNum\":\"13912345678\","
      + "\"dateSent\":\"20130923010000\",\"deliverCode\":\"DELIVRD\",\"recvTime\":\"20130923010010\",\"status\":\"0\","
      + "\"reqId\":\"123\",\"smsCount\":\"2\",\"spCode\":\"10690876\"}}";
  private static final String XML_RECEIPT = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Request>"
      + "<action>SMSArrived</action><smsType>1</smsType><recvTime>20130923010101</recvTime><apiVersion>2013-12-26"
      + "</apiVersion><fromNum>13912345678</fromNum><appendCode>12345</appendCode><content>abc</content>"
      + "<status>0</status><dateSent>20130923010000</dateSent></Request>";

  private final CloopenUnderTest cloopen = new CloopenUnderTest("json");

  @Override
  ChannelUnderTest underTest() {
    return cloopen;
  }

  private Optional<Reading> read(String body) {
    return ((SmsPushReceiver) channel()).read(
        new Push(Kind.RECEIPT, "", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void oneAddressTakesReceiptsAndReplies() {
    assertThat(((SmsPushReceiver) channel()).pushes()).containsExactly(Kind.RECEIPT);
  }

  @Test
  void aReceiptIsReadFromJson() {
    Reading reading = read(JSON_RECEIPT).orElseThrow();

    assertThat(reading.events()).containsExactly(new Receipt("4121908f3d1b4edb9210f0eb4742f62c", "13912345678", true,
        "DELIVRD", "", Optional.of(Instant.parse("2013-09-22T17:00:10Z"))));
    assertThat(read(JSON_RECEIPT)).contains(reading);
  }

  @Test
  void aReceiptIsReadFromXml() {
    assertThat(read(XML_RECEIPT).orElseThrow().events()).containsExactly(new Receipt(
        "abc", "13912345678", true, "0", "", Optional.of(Instant.parse("2013-09-22T17:01:01Z"))));
  }

  @Test
  void theZoneOfTheSettingsIsThatOfThePushes() {
    settings().save("cloopen.zone", "UTC");
    assertThat(read(JSON_RECEIPT).orElseThrow().events()).singleElement().isInstanceOfSatisfying(Receipt.class,
        receipt -> assertThat(receipt.at()).contains(Instant.parse("2013-09-23T01:00:10Z")));
  }

  @ParameterizedTest
  @CsvSource({"0, DELIVRD, true", "0, '', true", "1, UNDELIV, false", "1, DELIVRD, false", "'', DELIVRD, true",
      "'', EXPIRED, false", "x, '', false"})
  void statusDecidesWhetherItWasDelivered(String status, String operator, boolean delivered) {
    String body = JSON_RECEIPT.replace("\"status\":\"0\"", "\"status\":\"" + status + "\"")
        .replace("DELIVRD", operator);
    assertThat(read(body).orElseThrow().events()).singleElement().isInstanceOfSatisfying(Receipt.class,
        receipt -> assertThat(receipt.delivered()).isEqualTo(delivered));
  }

  @Test
  void aReplyIsToldApartByItsType() {
    String body = JSON_RECEIPT.replace("\"smsType\":\"1\"", "\"smsType\":\"0\"")
        .replace("4121908f3d1b4edb9210f0eb4742f62c", "TD 退订 😀");

    SmsEvent reply = new Reply("", "13912345678", "TD 退订 😀", Optional.of(Instant.parse("2013-09-22T17:00:10Z")));
    assertThat(read(body).orElseThrow().events()).containsExactly(reply);
    assertThat(read(body.replace("\"recvTime\":\"20130923010010\",", "")).orElseThrow().events()).singleElement()
        .isInstanceOfSatisfying(Reply.class, one ->
            assertThat(one.at()).contains(Instant.parse("2013-09-22T17:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "xml | application/xml;charset=utf-8 | <Response><statuscode>000000</statuscode></Response>",
    "json | application/json;charset=utf-8 | {\"statusCode\":\"000000\"}",
    "empty | text/plain;charset=utf-8 | ''"
  })
  void theAnswerIsTheOneOfTheSettings(String choice, String type, String body) {
    settings().save("cloopen.push-answer", choice);
    Reading reading = read(JSON_RECEIPT).orElseThrow();
    assertThat(reading.answerType()).isEqualTo(type);
    assertThat(reading.answer()).isEqualTo(body);
  }

  private static Stream<String> nonsense() {
    return Stream.of("", " ", "null", "[]", "{}", "<", "<Request/>",
        "{\"Request\":1}", "{\"Request\":[]}", "{\"Request\":null}",
        JSON_RECEIPT.substring(0, 100), XML_RECEIPT.substring(0, 200), JSON_RECEIPT.replace("SMSArrived", "CallHangup"),
        JSON_RECEIPT.replace("\"smsType\":\"1\"", "\"smsType\":\"2\""), JSON_RECEIPT.replace("fromNum", "from"),
        JSON_RECEIPT.replace("4121908f3d1b4edb9210f0eb4742f62c", " "), JSON_RECEIPT.replace("\"smsType\":\"1\",", ""),
        "<!DOCTYPE Request [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + XML_RECEIPT.substring(XML_RECEIPT.indexOf("<Request>")).replace("abc", "&x;"),
        "{\"Request\":".repeat(6_000), "{\"Request\":".repeat(6_000) + "1" + "}".repeat(6_000),
        "<Request>".repeat(3_000) + "</Request>".repeat(3_000), "\u0000\uFFFF", "sms=1&content=2");
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatIsNoPushIsEmpty(String body) {
    assertThat(read(body)).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8AndAuditsAreNoPush() {
    SmsPushReceiver receiver = (SmsPushReceiver) channel();
    byte[] bytes = new byte[64 * 1024];
    Arrays.fill(bytes, (byte) 0xFE);
    assertThat(receiver.read(new Push(Kind.REPLY, "application/xml", Map.of(), bytes))).isEmpty();
    assertThat(receiver.read(
        new Push(Kind.TEMPLATE, "", Map.of(), JSON_RECEIPT.getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void aTimeThatIsNoneIsNotTold() {
    assertThat(read(JSON_RECEIPT.replace("20130923010010", "soon")).orElseThrow().events()).singleElement()
        .isInstanceOfSatisfying(Receipt.class, receipt -> assertThat(receipt.at()).isEmpty());
  }

  private Reports fetch() {
    return ((SmsReportSource) channel()).fetch();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void receiptsAndRepliesAreFetchedOnce(String format) {
    settings().save("cloopen.format", format);
    SmsMessage good = message();
    SmsMessage bad = message();
    cloopen.simulator().undeliverable(bad.to().national());
    String goodId = ((Accepted) channel().send(good)).gatewayId();
    String badId = ((Accepted) channel().send(bad)).gatewayId();
    cloopen.simulator().reply(good.to().national(), "TD & <退订>");

    Reports reports = fetch();

    assertThat(reports.answer().explanation()).isEmpty();
    assertThat(reports.more()).isFalse();
    assertThat(reports.events()).hasSize(3);
    assertThat(reports.events().get(0)).isInstanceOfSatisfying(Receipt.class, receipt -> {
      assertThat(receipt.gatewayId()).isEqualTo(goodId);
      assertThat(receipt.to()).isEqualTo(good.to().national());
      assertThat(receipt.delivered()).isTrue();
      assertThat(receipt.at()).isPresent();
    });
    assertThat(reports.events().get(1)).isInstanceOfSatisfying(Receipt.class, receipt -> {
      assertThat(receipt.gatewayId()).isEqualTo(badId);
      assertThat(receipt.delivered()).isFalse();
      assertThat(receipt.code()).isEqualTo("UNDELIV");
    });
    assertThat(reports.events().get(2)).isInstanceOfSatisfying(Reply.class, reply ->
        assertThat(reply.text()).isEqualTo("TD & <退订>"));
    Reports again = fetch();
    assertThat(again.events()).isEmpty();
    assertThat(again.answer().explanation()).isEmpty();
  }

  @Test
  void aFullCallSaysThatThereMayBeMore() {
    settings().save("cloopen.reports-a-call", 2);
    for (int i = 0; i < 3; i++) {
      channel().send(message());
    }

    assertThat(fetch()).satisfies(first -> {
      assertThat(first.events()).hasSize(2);
      assertThat(first.more()).isTrue();
    });
    assertThat(fetch()).satisfies(second -> {
      assertThat(second.events()).hasSize(1);
      assertThat(second.more()).isFalse();
    });
  }

  @Test
  void receiptsAreKeptWhenTheRepliesCannotBeFetched() {
    String record = JSON_RECEIPT.substring("{\"Request\":".length(), JSON_RECEIPT.length() - 1);
    try (RawGateway raw = RawGateway.start((socket, number) -> {
      if (number == 1) {
        RawGateway.write(
            socket, "200 OK", "", "{\"statusCode\":\"000000\",\"reports\":[" + record + ",{\"x\":1},7]}");
      } else {
        socket.close();
      }
    })) {
      settings().save("cloopen.address", "http://127.0.0.1:" + raw.port());

      Reports reports = fetch();

      assertThat(reports.events()).hasSize(1);
      assertThat(reports.answer().explanation()).isEqualTo("gateway.error.answer-broken");
    }
  }

  @Test
  void anXmlThatWrapsTheRecordsIsReadToo() {
    String record = XML_RECEIPT.substring(XML_RECEIPT.indexOf("<action>")).replace("</Request>", "");
    cloopen.fault(Fault.answer(200, Map.of(), "<Response><statusCode>000000</statusCode><reports><report>" + record
        + "</report><report>" + record + "</report></reports></Response>"), 1);
    assertThat(fetch().events()).hasSize(2);
  }

  @Test
  void aFailureIsExplainedAndWhatIsNotConfiguredIsNotAsked() {
    settings().save("cloopen.app-id", "another");
    assertThat(fetch().answer().explanation()).isEqualTo("cloopen.error.no-app");
    assertThat(cloopen.arrivals()).isEqualTo(1);
    cloopen.unconfigure(settings());
    assertThat(fetch().answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(cloopen.arrivals()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void theSimulatorPushesWhatTheChannelReads(String format) throws IOException {
    List<byte[]> bodies = new CopyOnWriteArrayList<>();
    HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/", exchange -> {
      bodies.add(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    shop.start();
    try {
      SmsMessage message = message();
      String id = ((Accepted) channel().send(message)).gatewayId();
      cloopen.simulator().reply(message.to().national(), "TD");
      String url = "http://127.0.0.1:" + shop.getAddress().getPort() + "/push";
      cloopen.simulator().push(url, "1", format.equals("xml"));
      cloopen.simulator().push(url, "0", format.equals("xml"));

      assertThat(bodies).hasSize(2);
      assertThat(read(new String(bodies.get(0), StandardCharsets.UTF_8)).orElseThrow().events()).singleElement()
          .isInstanceOfSatisfying(Receipt.class, receipt -> assertThat(receipt.gatewayId()).isEqualTo(id));
      assertThat(read(new String(bodies.get(1), StandardCharsets.UTF_8)).orElseThrow().events()).singleElement()
          .isInstanceOfSatisfying(Reply.class, reply -> assertThat(reply.text()).isEqualTo("TD"));
      assertThat(fetch().events()).isEmpty();
    } finally {
      shop.stop(0);
    }
  }
}
