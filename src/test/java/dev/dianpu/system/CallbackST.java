package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.CloopenSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways call back: the simulated cloopen, and strangers who would like to be it. */
class CallbackST {

  private static final String CHANNEL = "/admin/sms/channels/cloopen";
  private static final String TAKEN = "<Response><statuscode>000000</statuscode></Response>";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static SmsShop shop;
  private static CloopenSimulator gateway;

  @BeforeAll
  static void preferTheGateway() {
    shop = SmsShop.get();
    gateway = shop.shop.simulators().gateway(CloopenSimulator.class);
    // Nothing is fetched meanwhile: what comes is what a test pushes.
    shop.execute("replace into sms_channel_callback (channel, fetched_at) values ('cloopen', now() + interval 1 day)");
    String template = gateway.approved("店铺", "您的注册验证码是{1}，{2}分钟内有效。如非本人操作，请忽略本短信。");
    shop.execute("insert into sms_template (channel, wording, wording_digest, kind, gateway_id, state, remark,"
        + " created_at, changed_at) values ('cloopen', '您的注册验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请忽略本短信。',"
        + " repeat('x', 32), 'CODE', '" + template + "', 'APPROVED', '', now(), now())");
    place(1, 2);
  }

  /** The other tests expect chanyoo alone. */
  @AfterAll
  static void giveItBack() {
    shop.execute("delete from sms_template where channel = 'cloopen'");
    shop.execute("delete from sms_opt_out");
    shop.execute("delete from sms_channel_callback");
    place(0, 1);
    gateway.reset();
  }

  private static void place(int cloopen, int chanyoo) {
    shop.execute("replace into sms_route (kind, channel, place, weight) values ('CODE', 'cloopen', " + cloopen
        + ", 1), ('CODE', 'chanyoo', " + chanyoo + ", 1)");
    shop.owner.browser().post("/admin/cache/clear", Map.of());
  }

  /** The address as the owner copies it. */
  private static String address() {
    Matcher address = Pattern.compile("http://[^<]+/callbacks/sms/cloopen/[A-Za-z0-9_-]{22}/receipt")
        .matcher(shop.owner.browser().get(CHANNEL).body());
    assertThat(address.find()).isTrue();
    return address.group();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> push(String address, String body) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json;charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String receipt(String id, String phone, String status) {
    return ("{\"Request\":{\"action\":\"SMSArrived\",\"smsType\":\"1\",\"content\":\"%s\",\"fromNum\":\"%s\","
        + "\"status\":\"%s\",\"recvTime\":\"20261125120000\"}}").formatted(id, phone, status);
  }

  private static String reply(String phone, String text) {
    return ("{\"Request\":{\"action\":\"SMSArrived\",\"smsType\":\"0\",\"content\":\"%s\",\"fromNum\":\"%s\","
        + "\"recvTime\":\"20261125120500\"}}").formatted(text, phone);
  }

  private static void within(BooleanSupplier condition) {
    Instant latest = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(latest);
      Thread.onSpinWait();
    }
  }

  private static long receipts(String what) {
    return shop.count("select count(*) from sms_attempt where receipt = '" + what + "'");
  }

  /** The newest message, to a new phone. */
  private static long message(String phone, HttpVisitor visitor) {
    HttpResponse<String> asked = shop.askForCode(visitor, phone);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    return shop.count("select max(message_id) from sms_attempt where channel = 'cloopen'");
  }

  private static String gatewayId(long message) {
    String page = shop.owner.browser().get("/admin/sms/messages/" + message).body();
    Matcher id = Pattern.compile("<dd>([0-9a-f]{32})</dd>").matcher(page);
    assertThat(id.find()).as(page).isTrue();
    return id.group(1);
  }

  @Test
  void aCodeIsSentDeliveredTypedAndUsedAndTheTimelineTellsAllOfIt() {
    String phone = SmsShop.phone();
    HttpVisitor visitor = shop.visitor();
    long message = message(phone, visitor);
    long delivered = receipts("DELIVERED");
    gateway.push(address(), "1", false);
    within(() -> receipts("DELIVERED") > delivered);
    gateway.reply(phone, "TD");
    gateway.push(address(), "0", true);
    within(() -> shop.count("select count(*) from sms_opt_out") > 0);
    assertThat(visitor.post("/register", SmsShop.form("rueck" + phone.substring(7), phone, shop.code(phone)))
        .statusCode()).isEqualTo(303);

    HttpVisitor owner = shop.owner.browser();
    String page = owner.get("/admin/sms/messages/" + message).body();
    assertThat(page).contains("注册表单的验证码已答对", "占用发送额度", "已退还", "生成验证码", "提交给平台", "手机已收到",
        "DELIVRD", "输入了验证码", "验证码正确", "验证结果已使用", "手机回复", "TD").doesNotContain(phone);
    assertThat(owner.get("/admin/sms/replies").body()).contains("TD", "已退订").doesNotContain(phone);
    assertThat(owner.get("/admin/sms/opt-outs?phone=" + phone).body()).contains("回复退订");
    String id = gatewayId(message);
    assertThat(owner.get("/admin/sms/messages?number=" + id).body()).contains("/admin/sms/messages/" + message + '"');

    String whole = "/admin/sms/messages/" + message + "/phone";
    HttpResponse<String> asked = owner.post(whole, Map.of());
    assertThat(asked.headers().firstValue("Location")).contains("/admin/confirm?back=%2Fadmin%2Fsms%2Fmessages%2F" + message);
    assertThat(owner.post("/admin/confirm", Map.of("current", "not the password")).statusCode()).isEqualTo(422);
    assertThat(owner.post("/admin/confirm", Map.of("current", shop.shop.adminPassword())).statusCode()).isEqualTo(303);
    assertThat(owner.post(whole, Map.of()).body()).contains(phone);
    assertThat(owner.get("/admin/log").body()).contains("查看完整手机号码", "#" + message);
    assertThat(owner.get("/admin/sms/messages/" + message).body()).doesNotContain(phone);
  }

  @Test
  void theGatewayIsAnsweredBeforeTheWorkAndARepeatIsAnsweredAlike() throws Exception {
    String phone = SmsShop.phone();
    long message = message(phone, shop.visitor());
    String push = receipt(gatewayId(message), phone, "0");
    long delivered = receipts("DELIVERED");
    try (Connection holder = shop.shop.database().dataSource().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().executeQuery("select id from sms_attempt where message_id = " + message + " for update");
      HttpResponse<String> first = push(address(), push);
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.body()).isEqualTo(TAKEN);
      assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
      assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(push(address(), push).body()).isEqualTo(TAKEN);
      assertThat(receipts("DELIVERED")).isEqualTo(delivered);
      holder.rollback();
    }
    within(() -> receipts("DELIVERED") == delivered + 1);
  }

  @Test
  void aForgedReceiptChangesNothing() throws Exception {
    String phone = SmsShop.phone();
    String id = gatewayId(message(phone, shop.visitor()));
    long events = shop.count("select count(*) from sms_event");
    String address = address();
    String secret = address.split("/")[6];
    for (String forged : new String[] {address.replace(secret, "AAAAAAAAAAAAAAAAAAAAAA"),
        address.replace(secret, secret.toLowerCase(java.util.Locale.ROOT)), address.replace(secret, ""),
        address.replace("/cloopen/", "/chanyoo/"), address.replace("/cloopen/", "/nobody/"),
        address.replace("/receipt", "/other"), address + "/more"}) {
      assertThat(push(forged, receipt(id, phone, "1")).statusCode()).as(forged).isEqualTo(404);
    }
    assertThat(shop.count("select count(*) from sms_event")).isEqualTo(events);
    assertThat(push(address, receipt(id, SmsShop.phone(), "1")).statusCode()).as("another phone").isEqualTo(200);
    long failed = receipts("FAILED");
    assertThat(push(address, receipt(id, phone, "1")).statusCode()).isEqualTo(200);
    within(() -> receipts("FAILED") == failed + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{\"Request\":7}", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
      "{\"Request\":{\"action\":\"Other\"}}", "a=%zz&b"})
  void whatIsNoPushIsRefusedAndForgotten(String body) throws Exception {
    long events = shop.count("select count(*) from sms_event");
    assertThat(push(address(), body).statusCode()).isEqualTo(400);
    assertThat(shop.count("select count(*) from sms_event")).isEqualTo(events);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWhetherItsSizeIsToldOrNot() throws Exception {
    String large = reply("13800138000", "x".repeat(64 * 1024));
    assertThat(push(address(), large).statusCode()).isEqualTo(413);
    assertThat(send(HttpRequest.newBuilder(URI.create(address())).POST(HttpRequest.BodyPublishers.ofInputStream(
        () -> new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
        .statusCode()).isEqualTo(413);
  }

  /** A gateway is no browser of the shop, whatever it says of itself; another name of the shop is refused all the same. */
  @Test
  void aCallNeedsNoSameSiteButTheShopsName() throws Exception {
    String address = address();
    HttpResponse<String> foreign = send(HttpRequest.newBuilder(URI.create(address))
        .header("Sec-Fetch-Site", "cross-site").header("Origin", "https://gateway.example")
        .POST(HttpRequest.BodyPublishers.ofString(reply(SmsShop.phone(), "hello"))));
    assertThat(foreign.statusCode()).isEqualTo(200);
    assertThat(foreign.body()).isEqualTo(TAKEN);
    assertThat(shop.owner.browser().get(URI.create(address).getPath()).statusCode()).as("GET").isEqualTo(400);
  }

  @Test
  void afterRenewingTheOldAddressIsWorthNothing() throws Exception {
    String old = address();
    assertThat(shop.owner.browser().post(CHANNEL + "/callback/renew", Map.of()).statusCode()).isEqualTo(303);
    assertThat(address()).isNotEqualTo(old);
    assertThat(push(old, reply(SmsShop.phone(), "x")).statusCode()).isEqualTo(404);
    assertThat(push(address(), reply(SmsShop.phone(), "x")).statusCode()).isEqualTo(200);
    assertThat(shop.owner.browser().get("/admin/log").body()).contains("更换短信回调地址");
  }

  @Test
  void onlyListedAddressesMayCall() throws Exception {
    HttpVisitor owner = shop.owner.browser();
    HttpResponse<String> wrong = owner.post(CHANNEL + "/callback", Map.of("addresses", "10.0.0.0/8\nnowhere"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“nowhere”不是 IP 地址或网段", "10.0.0.0/8");
    try {
      owner.post(CHANNEL + "/callback", Map.of("addresses", "10.0.0.0/8"));
      assertThat(push(address(), reply(SmsShop.phone(), "y")).statusCode()).isEqualTo(403);
      owner.post(CHANNEL + "/callback", Map.of("addresses", "10.0.0.0/8\n127.0.0.0/8\n::1"));
      assertThat(push(address(), reply(SmsShop.phone(), "y")).statusCode()).isEqualTo(200);
    } finally {
      owner.post(CHANNEL + "/callback", Map.of("addresses", ""));
    }
  }

  @Test
  void aBlockedNumberGetsNoSmsAtAll() {
    HttpVisitor owner = shop.owner.browser();
    String phone = SmsShop.phone();
    assertThat(owner.post("/admin/sms/numbers/BLOCK", Map.of("number", "12")).statusCode()).isEqualTo(422);
    assertThat(owner.post("/admin/sms/numbers/BLOCK", Map.of("number", phone)).statusCode()).isEqualTo(303);
    long rule = shop.count("select max(id) from sms_number_rule");
    try {
      assertThat(owner.get("/admin/sms/numbers").body()).contains("139****" + phone.substring(7)).doesNotContain(phone);
      assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).isEqualTo(502);
      assertThat(shop.inbox(phone)).isEmpty();
      assertThat(owner.get("/admin/sms/messages?phone=" + phone).body()).contains("这个号码在黑名单中");
    } finally {
      owner.post("/admin/sms/numbers/BLOCK/" + rule + "/remove", Map.of());
    }
    shop.forgetSends();
    assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).isEqualTo(200);
  }
}
