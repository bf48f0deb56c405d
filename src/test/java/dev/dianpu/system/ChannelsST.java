package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.SimulatedGateway;
import dev.dianpu.simulator.SimulatedSms;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole shop with every gateway: the owner chooses a channel, and a person registers through it. */
class ChannelsST {

  private static SmsShop shop;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
  }

  /** The other tests of this shop expect chanyoo. */
  @AfterEach
  void chanyooAgain() {
    place(Map.of("chanyoo", 1));
    shop.shop.simulators().all().forEach(SimulatedGateway::reset);
    shop.forgetPauses();
  }

  private static void place(Map<String, Integer> wanted) {
    order("CODE", wanted);
  }

  private static void order(String kind, Map<String, Integer> wanted) {
    Map<String, String> form = new HashMap<>();
    shop.shop.simulators().all().forEach(gateway -> {
      form.put("place." + gateway.name(), wanted.getOrDefault(gateway.name(), 0).toString());
      form.put("weight." + gateway.name(), "1");
    });
    shop.owner.order(kind, form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chanyoo", "chuangxin", "cloopen", "ihuyi", "mandao", "office2", "zkeys", "upstream"})
  void onePersonRegistersThroughTheChannelThatTheOwnerChose(String channel) {
    place(Map.of(channel, 1));
    HttpVisitor visitor = shop.visitor();
    String phone = SmsShop.phone();

    HttpResponse<String> asked = shop.askForCode(visitor, phone);

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(shop.inbox(phone)).extracting(SimulatedSms::channel).containsExactly(channel);
    assertThat(visitor.post("/register", SmsShop.form(channel + phone.substring(6), phone, shop.code(phone))).statusCode())
        .isEqualTo(303);
  }

  @Test
  void whenTheFirstChoiceRefusesForItsOwnReasonTheReserveSendsAtOnce() {
    place(Map.of("chanyoo", 1, "mandao", 2));
    shop.shop.simulators().chanyoo().quota(0);
    String phone = SmsShop.phone();

    HttpResponse<String> asked = shop.askForCode(shop.visitor(), phone);

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(shop.inbox(phone)).extracting(SimulatedSms::channel).containsExactly("mandao");
    assertThat(shop.owner.browser().get("/admin/sms/channels").body()).contains("已暂停", "短信次数已用完");
  }

  /** Each of the twenty meets a first choice that is tried and refuses. */
  @Test
  void whileTheFirstChoiceRefusesTheReserveHasSentWithinThreeSeconds() {
    place(Map.of("chanyoo", 1, "mandao", 2));
    shop.shop.simulators().chanyoo().quota(0);
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String phone = SmsShop.phone();
      HttpVisitor visitor = shop.visitor();
      String captcha = shop.captcha(visitor, "register");
      shop.forgetPauses();
      long start = System.nanoTime();
      assertThat(shop.ask(visitor, phone, captcha).statusCode()).isEqualTo(200);
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertThat(shop.inbox(phone)).extracting(SimulatedSms::channel).containsExactly("mandao");
    }
    Collections.sort(millis);
    assertThat(millis.get(18)).as("95 of 100, of " + millis).isLessThan(3000);
    assertThat(shop.count("select count(*) from sms_attempt where channel = 'chanyoo' and cause = 'QUOTA'"))
        .as("refusals of the first choice").isGreaterThanOrEqualTo(20);
  }

  /** It may have sent: a second SMS by itself would be a second one to pay for. */
  @Test
  void whileTheFirstChoiceHangsTheVisitorHasAnAnswerAndNoOtherChannelSends() {
    place(Map.of("chanyoo", 1, "mandao", 2));
    shop.shop.simulators().chanyoo().fault(Fault.of(Fault.Mode.SLOW, 60_000), 1);
    String phone = SmsShop.phone();
    HttpVisitor visitor = shop.visitor();
    String captcha = shop.captcha(visitor, "register");

    long start = System.nanoTime();
    HttpResponse<String> asked = shop.ask(visitor, phone, captcha);

    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    assertThat(asked.body()).contains("outcome-unknown");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as("connect and read time-out").isLessThan(
        Duration.ofSeconds(3 + 5 + 2));
    assertThat(shop.inbox(phone)).extracting(SimulatedSms::channel).doesNotContain("mandao");
  }

  /** What cloopen sends it must have approved; a bulk's text stands in no setting. */
  @Test
  void aBulkGoesThroughCloopenInOneCallOnceItsTextIsFiled() {
    HttpVisitor owner = shop.owner.browser();
    order("NOTICE", Map.of("cloopen", 1));
    List<String> phones = List.of(SmsShop.phone(), SmsShop.phone(), SmsShop.phone());
    shop.owner.saveChannel("cloopen", Map.of("cloopen.test-template", "false",
        "cloopen.product-address", "https://shop.example.com"));
    try {
      String page = URI.create(owner.post("/admin/sms/bulk", Map.of("text", "本周上新", "advertises", "yes",
          "numbers", String.join("\n", phones))).headers().firstValue("Location").orElseThrow()).getPath();
      assertThat(owner.get(page).body()).contains("只发送审核通过的模板", "/admin/sms/templates?channel=cloopen");

      assertThat(owner.post("/admin/sms/templates/cloopen/own", Map.of("text", " ")).body())
          .containsPattern("id=\"own-text-error\" role=\"alert\">[^<]+");
      owner.post("/admin/sms/templates/cloopen/own", Map.of("text", "本周上新 退订回TD", "kind", "MARKETING"));
      assertThat(owner.get("/admin/sms/templates?channel=cloopen").body()).contains("平台已收到");
      String filed = "channel = 'cloopen' and wording = '本周上新 退订回TD'";
      String gatewayId = shop.text("select gateway_id from sms_template where " + filed);
      shop.shop.simulators().cloopen().audit(gatewayId, 1);
      owner.post("/admin/sms/templates/cloopen/" + shop.count("select id from sms_template where " + filed) + "/query",
          Map.of());
      assertThat(owner.get(page).body()).doesNotContain("只发送审核通过的模板");

      owner.post(page + "/start", Map.of());
      SmsShop.until(() -> !owner.get(page).body().contains("http-equiv=\"refresh\""));
      assertThat(owner.get(page).body()).contains("群发结果", "已处理 3 / 3");
      assertThat(phones).allSatisfy(phone -> assertThat(shop.inbox(phone)).singleElement().satisfies(sms -> {
        assertThat(sms.channel()).isEqualTo("cloopen");
        assertThat(sms.text()).contains("本周上新 退订回TD");
      }));
      assertThat(shop.count("select count(distinct gateway_id) from sms_attempt a join sms_message m on m.id = a.message_id"
          + " where m.template = 'bulk' and a.channel = 'cloopen' and a.state = 'ACCEPTED'")).as("calls").isEqualTo(1);
    } finally {
      shop.owner.saveChannel("cloopen", Map.of("cloopen.test-template", "true"));
      order("NOTICE", Map.of("chanyoo", 1));
    }
  }

  @Test
  void whenEveryChannelIsDownTheVisitorGetsOneSentenceAndTheOwnerAnAlert() {
    shop.shop.simulators().chanyoo().quota(0);
    HttpVisitor first = shop.visitor();
    assertThat(shop.askForCode(first, SmsShop.phone()).statusCode()).isEqualTo(503);

    HttpResponse<String> second = shop.askForCode(shop.visitor(), SmsShop.phone());

    assertThat(second.statusCode()).isBetween(500, 503);
    assertThat(second.body()).contains("detail").doesNotContain("Exception");
    assertThat(List.of(shop.owner.browser().get("/admin").body(), shop.owner.browser().get("/admin/settings/shop").body()))
        .allMatch(page -> page.contains("现在发不出验证码"));
    assertThat(second.body()).as("the same words as a minute ago").contains("channel-quota");
  }

  /** Otherwise a page that answers differently for members would tell who is one. */
  @Test
  void whileTheGatewayFailsAMembersPhoneGetsTheSameAnswerAsANewOne() {
    String member = SmsShop.phone();
    HttpVisitor registering = shop.visitor();
    shop.askForCode(registering, member);
    registering.post("/register", SmsShop.form("treu" + member.substring(6), member, shop.code(member)));
    shop.forgetSends();
    assertThat(shop.askForCode(shop.visitor(), member).statusCode()).as("the day's notice").isEqualTo(200);
    shop.forgetSends();
    shop.shop.simulators().chanyoo().quota(0);

    HttpResponse<String> fresh = shop.askForCode(shop.visitor(), SmsShop.phone());
    HttpResponse<String> known = shop.askForCode(shop.visitor(), member);

    assertThat(known.statusCode()).isEqualTo(fresh.statusCode());
    assertThat(known.body()).isEqualTo(fresh.body());
  }

  @Test
  void anOrderThatUsesNoChannelForCodesIsSaidAtOnce() {
    place(Map.of());

    assertThat(shop.owner.browser().get("/admin/sms/channels").body()).contains("没有通道用于验证码");
    place(Map.of("chanyoo", 1));
    assertThat(shop.owner.browser().get("/admin/sms/channels").body()).doesNotContain("没有通道用于验证码");
  }
}
