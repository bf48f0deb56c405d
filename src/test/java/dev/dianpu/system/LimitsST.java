package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner sees what is used, takes over values of others, and lets somebody through again. */
class LimitsST {

  private static SmsShop shop;
  private static HttpVisitor owner;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
  }

  @Test
  void whoWaitsIsFoundByTheWholePhoneLetThroughAndThatIsInTheLog() {
    String phone = SmsShop.phone();
    HttpVisitor visitor = shop.visitor();
    assertThat(shop.askForCode(visitor, phone).statusCode()).isEqualTo(200);
    HttpResponse<String> again = shop.askForCode(visitor, phone);
    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(again.body()).contains("too-soon", "秒后");

    String masked = phone.substring(0, 3) + "****" + phone.substring(7);
    String found = owner.get("/admin/limits?who=" + phone).body();
    assertThat(found).contains(masked, "后可再试", "同一手机号发送间隔");
    assertThat(owner.post("/admin/limits/lift", Map.of("who", phone, "budget", "PHONE")).statusCode()).isEqualTo(303);

    assertThat(owner.get("/admin/limits?who=" + phone).body()).doesNotContain("后可再试");
    assertThat(owner.get("/admin/log").body()).contains("解除限制", masked).doesNotContain(phone);
    assertThat(shop.askForCode(visitor, phone).statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsNeitherPhoneNorPrefixNorAddressIsAnErrorBesideTheField() {
    HttpResponse<String> answer = owner.get("/admin/limits?who=%3Cb%3E");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"who-error\" role=\"alert\"", "value=\"&lt;b&gt;\"");
    assertThat(owner.get("/admin/limits?who=1390013").statusCode()).isEqualTo(200);
    assertThat(owner.get("/admin/limits?who=2001%3Adb8%3A%3A1").body()).contains("同一网段", "输错验证码（IP）");
    for (String budget : new String[] {"SITE", "PHONE", "nothing"}) {
      assertThat(owner.post("/admin/limits/lift", Map.of("who", "192.0.2.1", "budget", budget)).statusCode())
          .as(budget).isEqualTo(400);
    }
    assertThat(owner.post("/admin/limits/lift", Map.of("who", "", "budget", "PHONE")).statusCode()).isEqualTo(400);
  }

  @Test
  void aPresetFillsInTheFormAndNothingChangesBeforeItIsSaved() {
    shop.owner.saveLimits(Map.of("duanxintong.phone-interval", "61"));
    String offered = owner.get("/admin/limits?preset=ihuyi").body();
    assertThat(offered).contains("同一手机号发送间隔：61 → 120",
        "name=\"duanxintong.phone-interval\" type=\"text\" inputmode=\"numeric\" value=\"120\"");
    assertThat(owner.get("/admin/limits").body())
        .contains("name=\"duanxintong.phone-interval\" type=\"text\" inputmode=\"numeric\" value=\"61\"");

    shop.owner.saveLimits(Map.of("duanxintong.phone-interval", "60", "duanxintong.phone-hour", "5"));
    assertThat(owner.get("/admin/limits?preset=aliyun").body()).contains("已经和“阿里云”相同");
    assertThat(owner.get("/admin/limits?preset=nobody").body()).doesNotContain("id=\"changes\"");
  }

  @Test
  void whatIsUsedOfTheWholeShopIsShown() {
    long before = shop.count("select count(*) from verification");
    assertThat(shop.askForCode(shop.visitor(), SmsShop.phone()).statusCode()).isEqualTo(200);
    assertThat(shop.count("select count(*) from verification")).isEqualTo(before + 1);
    String page = owner.get("/admin/limits").body();
    assertThat(page).contains("全站最近 1 小时", "/ 10,000,000", "不限", "127.0.0.1");
    assertThat(page).doesNotContain("<dd>0<small>/ 10,000,000");
  }
}
