package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.dianpu.plugins.mandao.MandaoPlugin;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.MandaoSimulator;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each code of mandao's table, answers in every wrapping, and receipts. */
class MandaoAnswersTest extends ChannelTest {

  private final SimulatedUnderTest<MandaoSimulator> mandao = new SimulatedUnderTest<>(
      MandaoSimulator.class, MandaoPlugin::new,
      Map.of("mandao.sn", MandaoSimulator.SN, "mandao.password", MandaoSimulator.PASSWORD));

  @Override
  ChannelUnderTest underTest() {
    return mandao;
  }

  private SendOutcome answered(int status, String body) {
    mandao.fault(Fault.answer(status, Map.of(), body), 1);
    return channel().send(message());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contract/mandao-errors.csv", numLinesToSkip = 1)
  void everyCodeHasItsCause(String code, String cause, String label) {
    SendOutcome outcome = answered(200, "<string xmlns=\"http://entinfo.cn/\">" + code + "</string>");

    assertOutcome(outcome, cause, "result-" + label);
    assertThat(outcome.answer().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | <string xmlns=\"http://entinfo.cn/\"> 123456789012345678 </string> | ACCEPTED | ",
    "200 | <string>1</string> | ACCEPTED | ",
    "200 | 0 | ACCEPTED | ",
    "200 | <e:E xmlns:e=\"x\"><e:B><a><mdsmssendResult>42</mdsmssendResult></a></e:B></e:E> | ACCEPTED | ",
    "200 | -22 | CREDENTIALS | result-address-not-registered",
    "200 | -99999 | UNAVAILABLE | result-other",
    "200 | 1234567890123456789 | UNKNOWN | answer-unreadable",
    "200 | <string/> | UNKNOWN | answer-unreadable",
    "200 | <string>OK</string> | UNKNOWN | answer-unreadable",
    "200 | <other>1</other> | UNKNOWN | answer-unreadable",
    "200 | <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/os\">]><string>&e;</string> | UNKNOWN | answer-unreadable",
    "200 | `` | UNKNOWN | answer-unreadable",
    "302 | `` | UNAVAILABLE | status-moved",
    "404 | 1 | UNAVAILABLE | status-not-found",
    "500 | <soap:Fault/> | UNKNOWN | status-server-error"
  })
  void whateverWrapsTheAnswer(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, body), expected, explanation);
  }

  private Optional<Reading> read(Kind kind, String args) {
    return ((SmsPushReceiver) channel()).read(new Push(
        kind, "application/x-www-form-urlencoded", Map.of("args", args), new byte[0]));
  }

  @Test
  void receiptsAreReadAndAnsweredAsTheGatewayWants() {
    Reading reading = read(Kind.RECEIPT, "1,x,13800138000,123,DELIVRD,2026-11-25 12:00:00;2,x,13800138001,124,0,;"
        + "3,x,13800138002,125,UNDELIV;\n").orElseThrow();

    assertThat(reading.answer()).isEqualTo("0");
    assertThat(reading.events()).containsExactly(
        receipt("123", "13800138000", true, "DELIVRD"), receipt("124", "13800138001", true, "0"),
        receipt("125", "13800138002", false, "UNDELIV"));
    assertThat(read(Kind.RECEIPT, "1,x,13800138000,123,DELIVRD")).isEqualTo(
        Optional.of(new Reading(List.of(receipt("123", "13800138000", true, "DELIVRD")),
            "text/plain; charset=utf-8", "0")));
    assertThat(((SmsPushReceiver) channel()).pushes()).containsExactly(Kind.RECEIPT);
  }

  private static SmsEvent receipt(String id, String phone, boolean delivered, String code) {
    return new Receipt(id, phone, delivered, code, "", Optional.empty());
  }

  @Test
  void anotherEditionsPlacesAndStatesAreSettings() {
    settings().save("mandao.receipt-mobile", 0).save("mandao.receipt-rrid", 1).save("mandao.receipt-status", 2)
        .save("mandao.receipt-delivered", "OK, 1");

    assertThat(read(Kind.RECEIPT, "13800138000,9,1;13800138000,10,0").orElseThrow().events()).containsExactly(
        receipt("9", "13800138000", true, "1"), receipt("10", "13800138000", false, "0"));
  }

  @Test
  void aRecordThatIsNoneDoesNotCostTheOthers() {
    assertThat(read(Kind.RECEIPT, "rubbish;1,x,13800138000,123,0;1,x,,124,0").orElseThrow().events()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", ";;,,,,;", "1,x,13800138000", "1,x,13800138000,abc,0", "1,x,13800138000,123,",
    "1,x,<script>,123,0", "1,x,13800138000,1234567890123456789,0"})
  void nonsenseIsRefused(String args) {
    assertThat(read(Kind.RECEIPT, args)).isEmpty();
  }

  @Test
  void whatIsNoPushOfThisGatewayIsRefused() {
    assertThat(read(Kind.REPLY, "1,x,13800138000,123,0")).isEmpty();
    assertThat(((SmsPushReceiver) channel()).read(new Push(Kind.RECEIPT, "", Map.of(), new byte[] {1, 2}))).isEmpty();
  }

  @Test
  void whatTheGatewayRepeatsIsMasked() {
    mandao.fault(Fault.answer(400, Map.of(), MandaoSimulator.PASSWORD), 1);
    assertThat(channel().send(message()).answer().text()).isEqualTo("****");
  }

  /** From the accepted SMS to its receipt, by the simulator's own call of the shop. */
  @Test
  void whatTheSimulatorPushesNamesTheSms() throws Exception {
    SmsMessage message = message();
    String rrid = ((Accepted) channel().send(message)).gatewayId();
    AtomicReference<String> came = new AtomicReference<>();
    HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/", exchange -> {
      came.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, 1);
      exchange.getResponseBody().write('0');
      exchange.close();
    });
    shop.start();
    try {
      mandao.simulator().push("http://127.0.0.1:" + shop.getAddress().getPort() + "/push", message.to().national(),
          rrid, "DELIVRD");
    } finally {
      shop.stop(0);
    }

    assertThat(mandao.simulator().pushed()).isEqualTo(1);
    String args = URLDecoder.decode(came.get().substring("args=".length()), StandardCharsets.UTF_8);
    assertThat(read(Kind.RECEIPT, args).orElseThrow().events())
        .containsExactly(receipt(rrid, message.to().national(), true, "DELIVRD"));
  }
}
