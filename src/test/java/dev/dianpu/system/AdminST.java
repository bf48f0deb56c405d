package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's side of the shop: who gets in, and what settings, log and cache do. */
class AdminST {

  private static ShopUnderTest shop;
  private static HttpVisitor owner;

  @BeforeAll
  static void logIn() {
    shop = ShopUnderTest.get();
    owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
  }

  /** Wrong tries from this address would ask the owner of the next test for a captcha. */
  @AfterEach
  void forgetTries() throws Exception {
    try (Connection connection = shop.database().connect()) {
      connection.createStatement().executeUpdate("delete from admin_login_try");
    }
  }

  private static HttpVisitor stranger() {
    return new HttpVisitor(shop.address());
  }

  private static HttpResponse<String> tryToEnter(HttpVisitor browser, String name, String password) {
    return browser.post("/admin/login", Map.of("name", name, "password", password));
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String log() {
    return owner.get("/admin/log").body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/admin/", "/admin/settings/shop", "/admin/settings", "/admin/log",
      "/admin/captcha", "/admin/plugins", "/admin/sms/messages", "/admin/sms/test", "/admin/verifications", "/admin/password",
      "/admin/security", "/admin/security/app", "/admin/security/phone", "/admin/confirm", "/admin/login/step",
      "/admin/orders", "/admin/orders/26112500000000",
      "/%61dmin/log", "/admin/log/", "/admin/log;x=1", "/admin//log", "/./admin/log", "/x/../admin/log"})
  void nobodySeesAPageOfTheAdminWithoutLoggingIn(String path) {
    HttpResponse<String> answer = stranger().get(path);
    assertThat(answer.statusCode()).isIn(303, 302, 404, 400);
    assertThat(answer.body()).doesNotContain("/admin/logout");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void afterTheLoginThePageThatWasAskedForIsShown() {
    HttpVisitor browser = stranger();
    String login = location(browser.get("/admin/log?action=x"));
    assertThat(login).isEqualTo("/admin/login?back=%2Fadmin%2Flog%3Faction%3Dx");
    HttpResponse<String> answer = browser.post("/admin/login",
        Map.of("name", FirstInstall.ADMIN, "password", shop.adminPassword(), "back", "/admin/log?action=x"));
    assertThat(location(answer)).isEqualTo("/admin/log?action=x");
  }

  /** Behind a proxy the client's scheme is not the server's, and a browser sends no form from https on to http. */
  @Test
  void aRedirectNamesNeitherSchemeNorHost() {
    assertThat(location(stranger().get("/admin"))).isEqualTo("/admin/login");
    assertThat(location(tryToEnter(stranger(), FirstInstall.ADMIN, shop.adminPassword()))).isEqualTo("/admin");
    assertThat(location(stranger().post("/language", Map.of("lang", "en", "back", "/login")))).isEqualTo("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "//evil.example/admin", "/admin/../../x\\y", "/register"})
  void theLoginLeadsNowhereElse(String back) {
    HttpResponse<String> answer = stranger().post("/admin/login",
        Map.of("name", FirstInstall.ADMIN, "password", shop.adminPassword(), "back", back));
    assertThat(location(answer)).isIn("/admin", "/");
  }

  @Test
  void theCookieOfTheLoginIsForTheAdminOnlyAndChangesWithEachLogin() {
    HttpVisitor browser = stranger();
    String first = cookie(tryToEnter(browser, FirstInstall.ADMIN, shop.adminPassword()));
    assertThat(first).contains("Path=/admin", "HttpOnly", "SameSite=Strict").doesNotContain("Max-Age", "Expires");
    assertThat(cookie(tryToEnter(browser, FirstInstall.ADMIN, shop.adminPassword()))).isNotEqualTo(first);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("dianpu_admin="))
        .findFirst().orElse("");
  }

  @Test
  void afterLoggingOutTheOldCookieIsWorthNothing() {
    HttpVisitor browser = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
    String session = browser.cookie("dianpu_admin").orElseThrow();
    assertThat(location(browser.post("/admin/logout", Map.of()))).isEqualTo("/admin/login");
    HttpResponse<String> answer = stranger().post("/admin/cache/clear", Map.of(),
        Map.of("Sec-Fetch-Site", "same-origin", "Cookie", "dianpu_admin=" + session));
    assertThat(location(answer)).isEqualTo("/admin/login?lost=1");
  }

  @Test
  void afterAnExpiredLoginTheFormIsShownAgainAndTheLossIsTold() {
    Map<String, String> expired = Map.of("Sec-Fetch-Site", "same-origin", "Cookie", "dianpu_admin=expired",
        "Referer", shop.address().resolve("/admin/settings/shop").toString());
    String login = location(stranger().post("/admin/settings/shop", Map.of("shop.name", "x"), expired));
    assertThat(login).isEqualTo("/admin/login?back=%2Fadmin%2Fsettings%2Fshop&lost=1");
    HttpVisitor browser = stranger();
    assertThat(browser.get(login).body()).contains("刚才提交的内容没有保存", "value=\"/admin/settings/shop\"");
    for (String page : new String[] {"https://evil.example/admin/log", shop.address().resolve("/register").toString()}) {
      assertThat(location(stranger().post("/admin/settings/shop", Map.of(), Map.of("Sec-Fetch-Site", "same-origin",
          "Cookie", "dianpu_admin=expired", "Referer", page)))).as(page).isEqualTo("/admin/login?lost=1");
    }
  }

  @Test
  void aFailedLoginIsInTheLogAndItsFilter() {
    // The log takes one row per address and minute, and other tests fail to log in from this one, too.
    SmsShop.get().execute("delete from admin_login_try");
    HttpVisitor guesser = stranger();
    HttpResponse<String> refused = guesser.post("/admin/login", Map.of("name", "guesser\u202E",
        "password", "wrong password 1", "captcha", SmsShop.get().captcha(guesser, "admin-login")));
    assertThat(refused.body()).contains("管理员名称或密码不正确");
    assertThat(log()).contains("登录失败", "guesser\uFFFD ×1", "未登录的人");
    assertThat(owner.get("/admin/log?action=admin.log.login-failed").body())
        .contains("guesser\uFFFD ×1", "value=\"admin.log.login-failed\" selected");
  }

  @Test
  void anUnknownNameAndAWrongPasswordAreToldAlike() {
    String unknown = tryToEnter(stranger(), "nobody-here", "wrong password 1").body();
    String wrong = tryToEnter(stranger(), FirstInstall.ADMIN, "wrong password 1").body();
    assertThat(wrong).contains("管理员名称或密码不正确");
    assertThat(wrong.replace(FirstInstall.ADMIN, "").replaceAll("\\s+", ""))
        .isEqualTo(unknown.replace("nobody-here", "").replace(FirstInstall.ADMIN, "").replaceAll("\\s+", ""));
  }

  @Test
  void afterThreeWrongTriesACaptchaIsAskedForAndTheRightPasswordAloneIsNotEnough() {
    HttpVisitor browser = stranger();
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> wrong = tryToEnter(browser, FirstInstall.ADMIN, "wrong password " + i);
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body()).doesNotContain("name=\"captcha\"");
    }
    assertThat(tryToEnter(browser, FirstInstall.ADMIN, "wrong password 2").body()).contains("name=\"captcha\"");
    HttpResponse<String> answer = tryToEnter(browser, FirstInstall.ADMIN, shop.adminPassword());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("请先完成验证");
  }

  @Test
  void aFormOfAnotherSiteChangesNothing() {
    HttpResponse<String> answer = owner.post("/admin/settings/shop", Map.of("shop.name", "evil"),
        Map.of("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(owner.post("/admin/cache/clear", Map.of(), Map.of("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(owner.get("/admin/settings/shop").body()).doesNotContain("evil");
  }

  @Test
  void aWrongValueIsRefusedBesideItsFieldAndNothingIsSaved() {
    HttpResponse<String> answer = owner.post("/admin/settings/shop", Map.of("shop.company", "改过的公司",
        "shop.email", "not an address"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("改过的公司", "not an address");
    Matcher beside = Pattern.compile("id=\"shop-email-error\" role=\"alert\">([^<]+)<").matcher(answer.body());
    assertThat(beside.find()).isTrue();
    assertThat(owner.get("/admin/settings/shop").body()).doesNotContain("改过的公司");
  }

  @Test
  void aSavedValueIsLiveInTheNextRequestAndTheLogSaysWhatItWas() {
    owner.post("/admin/settings/shop", Map.of("shop.address", "第一大街 1 号"));
    owner.post("/admin/settings/shop", Map.of("shop.address", "第二大街 2 号"));
    assertThat(owner.get("/").body()).contains("第二大街 2 号");
    assertThat(log()).contains("联系地址", "第一大街 1 号", "第二大街 2 号", FirstInstall.ADMIN).doesNotContain("shop.address<");
    owner.post("/admin/settings/shop", Map.of("shop.address", ""));
  }

  @Test
  void aSecretIsNeverShownAgainAndABlankKeepsIt() throws Exception {
    String tab = "/admin/settings/chanyoo";
    String secret = "never-shown-4711";
    assertThat(owner.post(tab, Map.of("chanyoo.appcode", secret)).statusCode()).isEqualTo(303);
    String saved = stored("chanyoo.appcode");
    assertThat(saved).isNotEmpty().doesNotContain(secret);
    owner.post(tab, Map.of("chanyoo.appcode", ""));
    assertThat(stored("chanyoo.appcode")).isEqualTo(saved);
    HttpResponse<String> refused = owner.post(tab, Map.of("chanyoo.appcode", secret + "x", "chanyoo.path", "wrong"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body() + owner.get(tab).body() + log()).doesNotContain(secret);
    owner.post(tab, Map.of("chanyoo.appcode", "", "chanyoo.appcode.clear", "1"));
    assertThat(stored("chanyoo.appcode")).isEmpty();
  }

  private static String stored(String key) throws Exception {
    try (Connection connection = shop.database().connect(); ResultSet row = connection.createStatement()
        .executeQuery("select value from setting where code = '" + key + "'")) {
      return row.next() ? row.getString(1) : "";
    }
  }

  @Test
  void aGroupThatIsNotThereIsNotFound() {
    assertThat(owner.get("/admin/settings/nothing").statusCode()).isEqualTo(404);
    assertThat(owner.get("/admin/settings/captcha").statusCode()).isEqualTo(404);
  }

  @Test
  void clearingTheCacheSaysOnceWhatItEmptied() {
    owner.get("/");
    assertThat(location(owner.post("/admin/cache/clear", Map.of("back", "/admin/log")))).isEqualTo("/admin/log");
    assertThat(log()).contains("缓存已清除").contains("清除缓存");
    assertThat(log()).doesNotContain("缓存已清除");
    assertThat(owner.get("/admin/cache/clear").statusCode()).isEqualTo(405);
  }

  @Test
  void theOldPasswordIsNeededForANewOne() {
    HttpResponse<String> answer = owner.post("/admin/password", Map.of("current", "not the password",
        "password", "a quite new password", "repeated", "a quite new password"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("现在的密码不正确").doesNotContain("a quite new password");
  }
}
