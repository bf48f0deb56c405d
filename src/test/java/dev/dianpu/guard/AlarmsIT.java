package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.dianpu.platform.redis.Stores;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner learns of a flood while it lasts: by mail, and by a call that he can tell from a forged one. */
class AlarmsIT {

  private static final String SECRET = "a secret of the owner";

  private static final BlockingQueue<Call> CALLS = new LinkedBlockingQueue<>();
  private static GuardBeans room;
  private static GreenMail mails;
  private static HttpServer hook;

  private record Call(String signature, String body) {}

  @BeforeAll
  static void open() throws Exception {
    room = new GuardBeans();
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/hook", exchange -> {
      CALLS.add(new Call(exchange.getRequestHeaders().getFirst("Dianpu-Signature"),
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    hook.start();
  }

  @AfterAll
  static void close() {
    hook.stop(0);
    mails.stop();
    room.close();
  }

  @BeforeEach
  void reset() throws Exception {
    mails.purgeEmailFromAllMailboxes();
    CALLS.clear();
    room.reset();
    room.settings.putAll(Map.of("mail.host", "127.0.0.1", "mail.port", Integer.toString(mails.getSmtp().getPort()),
        "mail.encryption", "none", "mail.user", "", "mail.password", "", "mail.sender", "shop@example.com",
        "mail.owner", "owner@example.com"));
    room.settings.putAll(Map.of("guard.webhook-secret", SECRET,
        "guard.webhook", "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook"));
  }

  @Test
  void aDecisionIsToldOnceByMailAndEachTimeByASignedCallWithoutAPhone() throws Exception {
    room.flood("203.0.113.7", "1380013", 16, 0);
    assertThat(mails.waitForIncomingEmail(15_000, 1)).isTrue();
    String mail = mails.getReceivedMessages()[0].getContent().toString();
    assertThat(mail).contains("203.0.113.0/24", "1380013****", "10 分钟内 16 条未验证，正常不超过 5 条", "暂停发送（执行）");
    assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("【好店】短信风控提醒");

    Call call = CALLS.poll(15, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    assertThat(call.body()).contains("\"event\":\"guard.decided\"", "\"subject\":\"203.0.113.0/24\"", "\"step\":\"PAUSE\"",
        "\"subject\":\"1380013****\"").doesNotContain("13800130");
    long time = room.clock.instant().getEpochSecond();
    assertThat(call.signature()).isEqualTo("t=" + time + ",v1=" + Webhook.sign(SECRET, time, call.body()));

    room.flood("192.0.2.9", "1571111", 16, 0);
    assertThat(CALLS.poll(15, TimeUnit.SECONDS)).isNotNull();
    assertThat(room.read("select what from guard_claim order by what")).isEqualTo("look, mail");
    assertThat(mails.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aLostRedisIsToldInTheSameWays() throws Exception {
    room.beans.get(Alarms.class).tellOfRedis("NOWHERE", Stores.Place.NOWHERE);
    assertThat(mails.waitForIncomingEmail(15_000, 1)).isTrue();
    assertThat(mails.getReceivedMessages()[0].getSubject()).isEqualTo("【好店】Redis 无法使用");
    assertThat(mails.getReceivedMessages()[0].getContent().toString()).contains("现在不发送也不核对验证码", "发送限额");
    Call call = CALLS.poll(15, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    assertThat(call.body()).isEqualTo("{\"event\":\"redis.lost\",\"what\":\"NOWHERE\",\"counted\":\"NOWHERE\"}");
  }

  /** Computed by another program, as an owner's would. */
  @Test
  void theSignatureIsHmacSha256OfTimeDotBody() {
    assertThat(Webhook.sign(SECRET, 1_764_000_000, "{\"event\":\"guard.decided\"}"))
        .isEqualTo("d624009069463fa71abdc64896d1113fb29b5b11ecdaaa3d46e9cf8a97943097");
  }
}
