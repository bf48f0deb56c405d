package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.SimulatedGateway;
import dev.dianpu.simulator.SimulatedSms;
import java.net.http.HttpResponse;
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
    Map<String, String> form = new HashMap<>();
    shop.shop.simulators().all().forEach(gateway -> {
      form.put("place." + gateway.name(), wanted.getOrDefault(gateway.name(), 0).toString());
      form.put("weight." + gateway.name(), "1");
    });
    shop.owner.order("CODE", form);
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
