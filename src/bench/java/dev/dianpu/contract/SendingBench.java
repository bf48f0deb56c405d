package dev.dianpu.contract;

import dev.dianpu.bench.Load;
import dev.dianpu.bench.StubGateway;
import dev.dianpu.plugins.cloopen.CloopenPlugin;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.dromara.sms4j.api.SmsBlend;
import org.dromara.sms4j.cloopen.config.CloopenConfig;
import org.dromara.sms4j.core.factory.SmsFactory;
import org.dromara.sms4j.javase.config.SEInitializer;
import org.dromara.sms4j.provider.config.SmsConfig;

/**
 * Sending through the channel cloopen, beside SMS4J and a bare HTTP client with the same request, all to the same stub in
 * the same run: ratios count, not figures.
 */
public final class SendingBench {

  private static final String ANSWER = "{\"statusCode\":\"000000\",\"templateSMS\":"
      + "{\"dateCreated\":\"20260101000000\",\"smsMessageSid\":\"ff8080813c37da53013c3804a3150001\"}}";
  private static final AtomicLong NEXT = new AtomicLong();

  private SendingBench() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    try (StubGateway stub = new StubGateway(ANSWER)) {
      Map<String, BooleanSupplier> senders = new LinkedHashMap<>();
      senders.put("channel cloopen", ours(stub.address()));
      senders.put("SMS4J, synchronous", sms4j(stub.address()));
      senders.put("java.net.http.HttpClient", bare(stub.address()));
      System.out.println("| SMS per second | at once, 64 threads | after 100 ms, 64 threads | after 100 ms, 256 threads |");
      System.out.println("|---|---|---|---|");
      for (Map.Entry<String, BooleanSupplier> sender : senders.entrySet()) {
        List<String> cells = new ArrayList<>(List.of(sender.getKey()));
        stub.latency(0);
        cells.add(Long.toString(Load.rate(64, sender.getValue())));
        stub.latency(100);
        cells.add(Long.toString(Load.rate(64, sender.getValue())));
        cells.add(Long.toString(Load.rate(256, sender.getValue())));
        System.out.println("| " + String.join(" | ", cells) + " |");
      }
    }
    System.exit(0);
  }

  private static BooleanSupplier ours(String address) {
    CloopenPlugin plugin = new CloopenPlugin();
    PlainSettings settings = new PlainSettings(plugin)
        .save("cloopen.account-sid", "0123456789abcdef0123456789abcdef")
        .save("cloopen.auth-token", "0123456789abcdef0123456789abcdef")
        .save("cloopen.app-id", "0123456789abcdef0123456789abcdef")
        .save("cloopen.address", address);
    SmsChannel channel = (SmsChannel) plugin.extensions(
        new PluginContext(settings, Clock.systemUTC(), null, null)).get(0);
    return () -> channel.send(new SmsMessage("a" + NEXT.incrementAndGet(), new PhoneNumber("+8613800138000"),
        "您的验证码是830517，5分钟内有效。", "店铺", "register", Map.of(),
        Optional.of(new SmsMessage.Filed("1", List.of("830517", "5"))))) instanceof Accepted;
  }

  private static BooleanSupplier sms4j(String address) {
    CloopenConfig config = new CloopenConfig();
    config.setBaseUrl(address + "/2013-12-26");
    config.setAccessKeyId("0123456789abcdef0123456789abcdef");
    config.setAccessKeySecret("0123456789abcdef0123456789abcdef");
    config.setSdkAppId("0123456789abcdef0123456789abcdef");
    config.setConfigId("bench");
    SmsConfig shared = new SmsConfig();
    SEInitializer.initializer().fromConfig(shared, List.of(config));
    SmsBlend blend = SmsFactory.getSmsBlend("bench");
    return () -> {
      LinkedHashMap<String, String> values = new LinkedHashMap<>();
      values.put("code", "830517");
      values.put("minutes", "5");
      return blend.sendMessage("13800138000", "1", values).isSuccess();
    };
  }

  private static BooleanSupplier bare(String address) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(address + "/2013-12-26/Accounts/x/SMS/TemplateSMS?sig=0123456789ABCDEF0123456789ABCDEF"))
        .header("Accept", "application/json").header("Content-Type", "application/json;charset=utf-8")
        .header("Authorization", "eDoyMDI2MDEwMTAwMDAwMA==")
        .POST(HttpRequest.BodyPublishers.ofString("{\"to\":\"13800138000\",\"appId\":\"0123456789abcdef0123456789abcdef\","
            + "\"templateId\":\"1\",\"datas\":[\"830517\",\"5\"]}")).build();
    return () -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("000000");
      } catch (IOException | InterruptedException e) {
        return false;
      }
    };
  }
}
