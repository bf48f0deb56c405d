package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin's second step as a thief of the password meets it, and as the owner does who lost the phone. */
class SecondStepST {

  private static final String STEP = "/admin/login/step";
  private static final String SECURITY = "/admin/security";
  /** An admin of this test's own: a second factor ends the other logins of whoever sets it up. */
  private static final String NAME = "second-boss";

  private SmsShop shop;
  private HttpVisitor owner;

  @BeforeEach
  void open() throws Exception {
    shop = SmsShop.get();
    forget();
    shop.execute("insert ignore into admin (name, password_hash, created_at, password_at)"
        + " select '" + NAME + "', password_hash, created_at, password_at from admin where name = '"
        + FirstInstall.ADMIN + "'");
    owner = shop.visitor();
    assertThat(password(owner).statusCode()).isEqualTo(303);
  }

  /** Each test begins with the password alone, and without waits. */
  @AfterEach
  void forget() {
    for (String table : List.of("admin_factor", "admin_recovery_code", "admin_device", "admin_login_step",
        "admin_login_try", "admin_confirmation", "email_budget")) {
      shop.execute("delete from " + table);
    }
    shop.forgetSends();
  }

  private HttpResponse<String> password(HttpVisitor browser) {
    return browser.post("/admin/login", Map.of("name", NAME, "password", shop.shop.adminPassword()));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String found(String pattern, String body) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static List<String> recoveryCodes(HttpResponse<String> answer) {
    List<String> codes = new ArrayList<>();
    Matcher code = Pattern.compile("<code>([2-9a-z]{5}-[2-9a-z]{5})</code>").matcher(answer.body());
    while (code.find()) {
      codes.add(code.group(1));
    }
    assertThat(codes).as(answer.body()).hasSize(10);
    return codes;
  }

  /** What an app shows that many steps from now. */
  private static String code(String secret, int steps) throws InvalidKeyException {
    BigInteger bits = BigInteger.ZERO;
    for (char letter : secret.toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] key = new byte[20];
    byte[] bytes = bits.toByteArray();
    int length = Math.min(bytes.length, key.length);
    System.arraycopy(bytes, bytes.length - length, key, key.length - length, length);
    return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
        new SecretKeySpec(key, "RAW"), Instant.now().plusSeconds(30L * steps));
  }

  private record App(String secret, List<String> recovery) {}

  /** Sets up an app, with the code of the step before this one. */
  private App enrol() throws Exception {
    String page = owner.get(SECURITY + "/app").body();
    assertThat(page).contains("<svg class=\"qr\"");
    String secret = found("secret-typed\">([A-Z2-7]{32})<", page);
    String sealed = found("name=\"sealed\" value=\"([^\"]+)\"", page);
    HttpResponse<String> wrong = owner.post(SECURITY + "/app",
        Map.of("sealed", sealed, "code", code(secret, -1), "current", "not the password"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("现在的密码不正确", secret);
    HttpResponse<String> saved = owner.post(SECURITY + "/app",
        Map.of("sealed", sealed, "code", code(secret, -1), "current", shop.shop.adminPassword()));
    return new App(secret, recoveryCodes(saved));
  }

  @Test
  void thePasswordAloneOpensNothingAndACodeOfTheAppPassesOnce() throws Exception {
    App app = enrol();
    HttpVisitor browser = shop.visitor();
    assertThat(location(password(browser))).isEqualTo(STEP);
    assertThat(location(browser.get("/admin/log"))).startsWith("/admin/login?back=");
    assertThat(browser.get(STEP).body()).contains("身份验证器应用").doesNotContain("/admin/logout");
    assertThat(browser.post(STEP, Map.of("code", "000000x")).statusCode()).isEqualTo(422);
    String code = code(app.secret(), 0);
    assertThat(location(browser.post(STEP, Map.of("code", code, "back", "/admin/log")))).isEqualTo("/admin/log");
    assertThat(browser.get("/admin/log").body()).contains("登录验证失败", "在新设备上登录", "身份验证器");

    HttpVisitor thief = shop.visitor();
    password(thief);
    assertThat(thief.post(STEP, Map.of("code", code)).statusCode()).as("the same code again").isEqualTo(422);
    assertThat(location(shop.visitor().post(STEP, Map.of("code", code(app.secret(), 1)))))
        .as("without the password").startsWith("/admin/login?over");
  }

  @Test
  void fiveWrongCodesEndTheHalfDoneLogin() throws Exception {
    enrol();
    HttpVisitor thief = shop.visitor();
    password(thief);
    for (int i = 0; i < 5; i++) {
      shop.execute("delete from admin_login_try");
      assertThat(thief.post(STEP, Map.of("code", "wrong")).statusCode()).isEqualTo(422);
    }
    assertThat(location(thief.get(STEP))).isEqualTo("/admin/login?over=1");
    assertThat(thief.get("/admin/login?over=1").body()).contains("登录验证已超时或尝试次数过多");
  }

  /** From whatever address: whoever is here knows the password. */
  @Test
  void wrongCodesMakeTheNextLoginsWait() throws Exception {
    enrol();
    int waits = 0;
    for (int logins = 0; logins < 2; logins++) {
      HttpVisitor thief = shop.visitor();
      password(thief);
      for (int i = 0; i < 3; i++) {
        waits += thief.post(STEP, Map.of("code", "wrong")).statusCode() == 429 ? 1 : 0;
      }
    }
    assertThat(waits).isEqualTo(2);
  }

  @Test
  void aRecoveryCodeLogsInOnceAndTheListSaysHowManyAreLeft() throws Exception {
    App app = enrol();
    HttpVisitor browser = shop.visitor();
    password(browser);
    assertThat(location(browser.post(STEP, Map.of("code", app.recovery().get(3))))).isEqualTo("/admin");
    assertThat(browser.get(SECURITY).body()).contains("剩余 9 个");
    HttpVisitor again = shop.visitor();
    password(again);
    assertThat(again.post(STEP, Map.of("code", app.recovery().get(3))).statusCode()).isEqualTo(422);
    assertThat(recoveryCodes(browser.post(SECURITY + "/recovery", Map.of()))).doesNotContainAnyElementsOf(app.recovery());
  }

  @Test
  void aTrustedDeviceIsNotAskedUntilItIsForgotten() throws Exception {
    App app = enrol();
    HttpVisitor browser = shop.visitor();
    password(browser);
    assertThat(browser.post(STEP, Map.of("code", code(app.secret(), 0), "trust", "yes")).statusCode()).isEqualTo(303);
    assertThat(location(password(browser))).as("trusted").isEqualTo("/admin");
    String id = found("/admin/security/devices/([0-9]+)/forget\" method=\"post\"><button[^>]*>忘记</button></form></td>\\s*"
        + "</tr>", browser.get(SECURITY).body());
    assertThat(browser.post(SECURITY + "/devices/" + id + "/forget", Map.of()).statusCode()).isEqualTo(303);
    assertThat(location(password(browser))).as("forgotten").isEqualTo(STEP);
  }

  @Test
  void whatIsOnFileIsChangedOnlyByWhoProvedLatelyToBeThere() throws Exception {
    App app = enrol();
    shop.execute("delete from admin_confirmation");
    assertThat(location(owner.post(SECURITY + "/app/forget", Map.of()))).startsWith("/admin/confirm");
    assertThat(location(owner.get(SECURITY + "/phone"))).startsWith("/admin/confirm");
    assertThat(location(owner.post("/admin/password", Map.of("current", shop.shop.adminPassword(),
        "password", "a quite new password", "repeated", "a quite new password")))).startsWith("/admin/confirm");
    assertThat(owner.post("/admin/confirm", Map.of("current", shop.shop.adminPassword())).statusCode())
        .as("the password is not enough").isEqualTo(422);
    assertThat(location(owner.post("/admin/confirm", Map.of("code", code(app.secret(), 0), "back", SECURITY))))
        .isEqualTo(SECURITY);
    assertThat(location(owner.post(SECURITY + "/app/forget", Map.of()))).isEqualTo(SECURITY);
    assertThat(owner.get(SECURITY).body()).contains("身份验证器已移除", "未启用");
    assertThat(location(password(shop.visitor()))).isEqualTo("/admin");
  }

  @Test
  void aPhoneIsKeptByItsCodeAndAsksForOneAtTheLogin() {
    String phone = SmsShop.phone();
    Map<String, String> form = Map.of("contact", phone, "current", shop.shop.adminPassword(), "code", "000000");
    assertThat(owner.post(SECURITY + "/phone", form).body()).contains("验证码已失效");
    assertThat(owner.post(SECURITY + "/phone", Map.of("contact", phone, "action", "send")).body()).contains("验证码已发送");
    HttpResponse<String> saved = owner.post(SECURITY + "/phone",
        Map.of("contact", phone, "current", shop.shop.adminPassword(), "code", shop.code(phone)));
    recoveryCodes(saved);
    assertThat(owner.get(SECURITY).body()).contains("139****" + phone.substring(7)).doesNotContain(phone);

    shop.forgetSends();
    HttpVisitor browser = shop.visitor();
    assertThat(location(password(browser))).isEqualTo(STEP);
    shop.reachCap();
    assertThat(browser.post(STEP, Map.of("action", "send")).body()).contains("验证码已发送").doesNotContain(phone);
    shop.liftCap();
    assertThat(browser.post(STEP, Map.of("action", "send")).body()).contains("秒后再获取");
    String code = shop.code(phone);
    assertThat(shop.inbox(phone).get(0).text()).contains("管理后台");
    assertThat(location(browser.post(STEP, Map.of("code", code)))).isEqualTo("/admin");
    HttpVisitor thief = shop.visitor();
    password(thief);
    assertThat(thief.post(STEP, Map.of("code", code)).statusCode()).as("the code of another login").isEqualTo(422);
  }

  @Test
  void anAddressOnFileIsAskedOnANewDeviceAndToldOfIt() {
    try (MailBox box = new MailBox(shop.owner)) {
      String mail = "boss@example.com";
      owner.post(SECURITY + "/email", Map.of("contact", mail, "action", "send"));
      assertThat(location(owner.post(SECURITY + "/email",
          Map.of("contact", mail, "current", shop.shop.adminPassword(), "code", box.code(mail))))).isEqualTo(SECURITY);
      assertThat(box.texts("owner@example.com", 1).get(0)).contains("登录保护已修改");
      assertThat(location(password(owner))).as("a known device").isEqualTo("/admin");

      shop.execute("delete from email_budget");
      HttpVisitor browser = shop.visitor();
      assertThat(location(password(browser))).isEqualTo(STEP);
      assertThat(browser.get(STEP).body()).contains("第一次在这台设备上登录", "b***@example.com");
      assertThat(browser.post(STEP, Map.of("action", "send")).body()).contains("验证码已发送");
      assertThat(location(browser.post(STEP, Map.of("code", box.code(mail))))).isEqualTo("/admin");
      assertThat(box.texts(mail, 3).get(0)).contains("在新设备上登录", NAME);
      assertThat(location(password(browser))).as("known now").isEqualTo("/admin");

      shop.owner.save("security", Map.of("security.new-device-code", "false"));
      assertThat(location(password(shop.visitor()))).as("switched off").isEqualTo("/admin");
      shop.owner.save("security", Map.of("security.new-device-code", "true"));
    }
  }
}
