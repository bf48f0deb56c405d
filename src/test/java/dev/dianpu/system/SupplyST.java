package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner looks what is left of the SMS, enters a package, takes the usage log along, and tries the mail server. */
class SupplyST {

  private static SmsShop shop;
  private static HttpVisitor owner;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
  }

  /** The other tests of this shop expect no warnings. */
  @AfterAll
  static void nothingLeft() {
    shop.execute("delete from sms_package");
    shop.owner.save("mail", Map.of("mail.host", "", "mail.sender", "", "mail.owner", ""));
  }

  @Test
  void askedGatewaysTellWhatIsLeftAndTheCourseIsDrawn() {
    assertThat(owner.post("/admin/sms/balance/ask", Map.of()).statusCode()).isEqualTo(303);

    String page = owner.get("/admin/sms/balance").body();

    assertThat(page).contains("<svg viewBox=\"0 0 720 160\"", "<polyline", "漫道短信通道", "第二办公室短信通道");
  }

  @Test
  void aPackageIsEnteredShownAndTakenAway() {
    Map<String, String> form = new HashMap<>(Map.of("channel", "mandao", "quota", "886", "price", "36",
        "from", "2026-11-01", "until", "2026-10-01", "note", "<b>"));
    HttpResponse<String> refused = owner.post("/admin/sms/packages", form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("不早于第一天", "value=\"886\"", "&lt;b&gt;").doesNotContain("value=\"<b>");

    form.put("until", "2096-10-31");
    assertThat(owner.post("/admin/sms/packages", form).statusCode()).isEqualTo(303);
    assertThat(owner.get("/admin/sms/packages").body()).contains("/886", "2026-11-01 – 2096-10-31");
    assertThat(owner.get("/admin/log").body()).contains("记录短信套餐");

    long id = shop.count("select max(id) from sms_package");
    assertThat(owner.post("/admin/sms/packages/" + id + "/remove", Map.of()).statusCode()).isEqualTo(303);
    assertThat(owner.get("/admin/sms/packages").body()).doesNotContain("/886");
  }

  @Test
  void theUsageLogIsShownAndTakenAlongWithoutPhones() throws Exception {
    String phone = SmsShop.phone();
    assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).isEqualTo(200);

    assertThat(owner.get("/admin/sms/usage").body()).contains("验证码", "usage.csv", "usage.xlsx");
    HttpResponse<String> csv = owner.get("/admin/sms/usage.csv?channel=chanyoo");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body()).startsWith("\uFEFF流水编号,").contains("验证码").doesNotContain(phone, phone.substring(7));
    assertThat(owner.picture("/admin/sms/usage.xlsx").body()).startsWith((byte) 0x50, (byte) 0x4b);
    assertThat(owner.get("/admin/sms/usage.csv?channel=nobody").body().lines()).hasSize(1);
  }

  @Test
  void nobodyElseSeesAnyOfIt() {
    HttpVisitor stranger = shop.visitor();
    for (String path : new String[] {"balance", "packages", "usage", "usage.csv", "usage.xlsx"}) {
      assertThat(stranger.get("/admin/sms/" + path).statusCode()).as(path).isEqualTo(303);
    }
    assertThat(stranger.post("/admin/mail/test", Map.of()).statusCode()).isEqualTo(303);
  }

  @Test
  void aTestMailThatCannotLeaveSaysWhy() {
    owner.post("/admin/mail/test", Map.of());
    assertThat(owner.get("/admin/settings/mail").body()).contains("请先填写并保存");

    shop.owner.save("mail", Map.of("mail.host", "127.0.0.1", "mail.port", "1", "mail.encryption", "none",
        "mail.sender", "shop@example.com", "mail.owner", "owner@example.com"));
    owner.post("/admin/mail/test", Map.of());
    assertThat(owner.get("/admin/settings/mail").body()).contains("连不上 SMTP 服务器");
    assertThat(owner.get("/admin/log").body()).contains("发送测试邮件", "连不上服务器");
  }
}
