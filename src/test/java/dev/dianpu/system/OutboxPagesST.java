package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The owner's pages of the outbox and of one text to many, without JavaScript. */
class OutboxPagesST {

  private static SmsShop shop;
  private static HttpVisitor owner;

  @BeforeAll
  static void open() {
    shop = SmsShop.get();
    owner = shop.owner.browser();
  }

  private static String path(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void aTextGoesToManyAfterItsEstimateWasSeen() {
    String first = SmsShop.phone();
    String second = SmsShop.phone();
    HttpResponse<String> drafted = owner.post("/admin/sms/bulk", Map.of("text", "新品上市", "advertises", "yes",
        "numbers", first + "\n" + second + "，" + first));
    String page = path(drafted);
    assertThat(page).matches("/admin/sms/bulk/[0-9]+");
    String estimate = owner.get(page).body();
    assertThat(estimate).contains("2 个号码", "1 个，已合并", "¥0.10", "新品上市 退订回TD").doesNotContain("http-equiv", first);
    assertThat(shop.inbox(first)).isEmpty();

    owner.post(page + "/start", Map.of());
    SmsShop.until(() -> !owner.get(page).body().contains("http-equiv=\"refresh\""));
    assertThat(owner.get(page).body()).contains("群发结果", "已处理 2 / 2");
    assertThat(shop.inbox(first)).singleElement().satisfies(sms -> assertThat(sms.text()).contains("退订回TD"));
    assertThat(shop.inbox(second)).hasSize(1);
    owner.post(page + "/start", Map.of());
    assertThat(owner.get("/admin/sms/messages?phone=" + first).body()).contains("新品上市 退订回TD");
    assertThat(owner.get("/admin/log").body()).contains("开始群发短信");
  }

  @Test
  void whatIsWrongIsToldBesideItsFieldAndStaysInTheForm() {
    HttpResponse<String> answer = owner.post("/admin/sms/bulk", Map.of("text", "{$name}您好", "numbers", "1380013800x"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).containsPattern("id=\"text-error\" role=\"alert\">[^<]+变量")
        .containsPattern("id=\"numbers-error\" role=\"alert\">[^<]+1380013800x").contains("{$name}您好");
    assertThat(owner.post("/admin/sms/bulk", Map.of("text", " ", "numbers", "")).body())
        .contains("请填写短信内容", "请至少填写一个手机号码");
    assertThat(owner.get("/admin/sms/bulk/999999999").statusCode()).isEqualTo(404);
  }

  /** A row of another key is dead at once: that shows that the worker runs in the container, too. */
  @Test
  void aDeadLetterIsShownWithItsReasonAndDecidedOn() {
    shop.execute("insert into notice (event, subject, to_digest, to_sealed, template, wording, variables_sealed, state,"
        + " due_at, created_at, changed_at) values ('order.shipped', 'ST-1', unhex(sha2('st', 256)), 'x.AA', 'shipped',"
        + " '已发货', 'x.AA', 'QUEUED', '2026-01-01', utc_timestamp(6), utc_timestamp(6))");
    SmsShop.until(() -> shop.count("select count(*) from notice where subject = 'ST-1' and state = 'DEAD'") == 1);
    String list = owner.get("/admin/notifications?state=DEAD").body();
    assertThat(list).contains("ST-1", "旧密钥不在密钥文件中", "全部重试");

    long id = shop.count("select id from notice where subject = 'ST-1'");
    assertThat(path(owner.post("/admin/notifications/" + id + "/drop", Map.of())))
        .isEqualTo("/admin/notifications?state=DEAD");
    assertThat(owner.get("/admin/notifications?state=DROPPED").body()).contains("ST-1");
    owner.post("/admin/notifications/" + id + "/retry", Map.of());
    assertThat(owner.get("/admin/notifications").body()).contains("状态已经变化");
  }
}
