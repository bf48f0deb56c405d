package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guard pauses a prefix that is flooded, the owner sees why, tries other rules, and ends the pause. */
class GuardST {

  private static final String PREFIX = "1991234";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private static SmsShop shop;
  private static HttpVisitor owner;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
  }

  @BeforeEach
  void nothingCounted() {
    shop.execute("delete from guard_count");
    shop.execute("delete from guard_level");
    owner.post("/admin/cache/clear", Map.of());
  }

  /** The other tests of this shop are not to be stopped. */
  @AfterEach
  void asBefore() {
    shop.owner.saveGuard(Map.of("guard.pause", "RECORD", "guard.floor-range", "10", "guard.blocked", ""));
    shop.execute("delete from guard_level");
    shop.execute("delete from guard_test_number");
    owner.post("/admin/cache/clear", Map.of());
  }

  private static String phone() {
    return PREFIX + "%04d".formatted(NEXT.incrementAndGet());
  }

  private static HttpResponse<String> ask(String phone) {
    return shop.askForCode(shop.visitor(), phone);
  }

  private static HttpResponse<String> waitForRefusal() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = ask(phone());
    while (answer.statusCode() == 200 && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      answer = ask(phone());
    }
    return answer;
  }

  @Test
  void aFloodedPrefixIsPausedToldAboutAndReleasedByHand() throws Exception {
    shop.owner.saveGuard(Map.of("guard.pause", "ENFORCE", "guard.floor-range", "1000000"));
    for (int i = 0; i < 16; i++) {
      assertThat(ask(phone()).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = waitForRefusal();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("\"code\":\"paused\"", "\"retryAfter\":", "暂停发送");
    assertThat(ask(SmsShop.phone()).statusCode()).isEqualTo(200);
    HttpVisitor plain = shop.visitor();
    HttpResponse<String> page = plain.post("/register/code",
        Map.of("phone", phone(), "captcha", shop.captcha(plain, "register")));
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("暂停发送");

    String seen = owner.get("/admin/guard").body();
    assertThat(seen).contains("号段", PREFIX + "****", "提前解除", "个号段或网段暂停发送验证码", "<svg", "<polyline");
    assertThat(owner.get("/admin/guard/decisions?kind=PREFIX&step=PAUSE&mode=ENFORCE").body())
        .contains(PREFIX + "****", "10 分钟内未验证不超过 5 条").doesNotContain(phone());

    owner.post("/admin/guard/lift", Map.of("kind", "PREFIX", "subject", PREFIX));
    assertThat(owner.get("/admin/guard").body()).contains("已解除").doesNotContain("个号段或网段暂停发送验证码");
    assertThat(ask(phone()).statusCode()).isEqualTo(200);
    assertThat(owner.get("/admin/log").body()).contains("提前解除风控措施", PREFIX + "****");
    owner.post("/admin/guard/lift", Map.of("kind", "PREFIX", "subject", PREFIX));
    assertThat(owner.get("/admin/guard").body()).contains("已经结束了");
  }

  @Test
  void blockedAddressesReadWhatToDo() {
    shop.owner.saveGuard(Map.of("guard.blocked", "127.0.0.0/8\n::1"));
    HttpResponse<String> refused = ask(SmsShop.phone());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("\"code\":\"blocked\"", "更换网络");
  }

  @Test
  void wrongRulesAreRefusedBesideTheirFieldAndTriedOnesAreNotSaved() {
    HttpResponse<String> wrong = owner.post("/admin/guard/rules",
        Map.of("guard.blocked", "203.0.113.0/24\nnonsense", "guard.pause-factor", "100"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("不是地址或网段，或多于 200 行：nonsense", "暂停发送的比例不能小于");
    assertThat(owner.post("/admin/guard/rules", Map.of("guard.webhook", "https://hooks.example/x")).body())
        .contains("就要填写签名密钥");

    ask(SmsShop.phone());
    HttpResponse<String> tried = owner.post("/admin/guard/rules", Map.of("action", "replay", "guard.floor-prefix", "7"));
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body()).contains("这些设置在最近 7 天会怎样", "还没有保存", "value=\"7\"");
    assertThat(owner.get("/admin/guard/rules").body()).contains("id=\"guard-floor-prefix\"").doesNotContain("value=\"7\"");
  }

  @Test
  void aTestNumberRegistersWithItsFixedCodeAndGetsNoSms() {
    String phone = phone();
    String until = LocalDate.now().plusDays(3).toString();
    HttpResponse<String> refused = owner.post("/admin/guard/test-numbers",
        Map.of("phone", phone, "code", "12", "until", "2020-01-01"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("请填写 4 到 8 位数字", "90 天以内", "请勾选确认");
    owner.post("/admin/guard/test-numbers", Map.of("phone", phone, "code", "924681", "until", until, "confirmed", "yes"));
    String list = owner.get("/admin/guard/test-numbers").body();
    assertThat(list).contains("已保存", phone.substring(0, 3) + "****").doesNotContain(phone, "924681");

    HttpVisitor tester = shop.visitor();
    assertThat(shop.askForCode(tester, phone).statusCode()).isEqualTo(200);
    assertThat(shop.inbox(phone)).isEmpty();
    assertThat(tester.post("/register", SmsShop.form("tester" + NEXT.incrementAndGet(), phone, "924681")).statusCode())
        .isEqualTo(303);
    assertThat(owner.get("/admin/log").body()).contains("保存测试号码").doesNotContain("924681");

    shop.execute("update guard_test_number set ends_at = '2026-01-01'");
    owner.post("/admin/cache/clear", Map.of());
    HttpResponse<String> over = ask(phone);
    assertThat(over.statusCode()).isEqualTo(422);
    assertThat(over.body()).contains("test-ended");
  }

  @Test
  void nobodyElseSeesAnyOfIt() {
    HttpVisitor stranger = shop.visitor();
    for (String path : new String[] {"", "/decisions", "/rules", "/test-numbers"}) {
      assertThat(stranger.get("/admin/guard" + path).statusCode()).as(path).isEqualTo(303);
    }
    assertThat(stranger.post("/admin/guard/lift", Map.of()).statusCode()).isEqualTo(303);
  }
}
