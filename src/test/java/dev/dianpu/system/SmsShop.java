package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import dev.dianpu.simulator.SimulatedSms;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shop under test with limits per address so high that the tests, which all come from one address, do not stop each
 * other, and a guard that only records.
 */
final class SmsShop {

  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() % 1000) * 1000);
  private static SmsShop ready;

  final ShopUnderTest shop;
  final Owner owner;

  private SmsShop(ShopUnderTest shop) {
    this.shop = shop;
    owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword());
    liftCap();
    owner.guardRecords();
  }

  /** The shared shop. */
  static synchronized SmsShop get() {
    if (ready == null) {
      ready = new SmsShop(ShopUnderTest.get());
    }
    return ready;
  }

  /** A shop of one test's own, which it may kill and must close. */
  static SmsShop fresh() {
    return new SmsShop(ShopUnderTest.fresh());
  }

  /** The same, configured by the operator as this says. */
  static SmsShop fresh(Map<String, String> properties) {
    return new SmsShop(ShopUnderTest.fresh(properties));
  }

  /** Limits as high as the tests need. */
  void liftCap() {
    owner.openLimits();
  }

  /**
   * Uses the shop's cap up: half of it is kept for quiet ranges, and ours is none after the first code.
   *
   * @return a visitor whom it stopped
   */
  HttpVisitor reachCap() {
    forgetSends();
    owner.saveLimits(Map.of("duanxintong.address-hour", "4", "duanxintong.range-hour", "4",
        "duanxintong.site-hour", "4"));
    for (int i = 0; i < 4; i++) {
      HttpVisitor visitor = visitor();
      if (askForCode(visitor, phone()).body().contains("limit-site")) {
        return visitor;
      }
    }
    throw new IllegalStateException("The cap stopped nobody");
  }

  /** As if an hour had passed: no phone has to wait any more. */
  void forgetSends() {
    execute("delete from send_budget");
  }

  /** As if no channel had ever failed. */
  void forgetPauses() {
    execute("delete from sms_channel_pause");
    owner.browser().post("/admin/cache/clear", Map.of());
  }

  /** The number that this query counts. */
  long count(String sql) {
    try (Connection connection = shop.database().dataSource().getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text that this query reads. */
  String text(String sql) {
    try (Connection connection = shop.database().dataSource().getConnection();
        ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what happens by itself. */
  static void until(BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  void execute(String sql) {
    try (Connection connection = shop.database().dataSource().getConnection()) {
      connection.createStatement().executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpVisitor visitor() {
    return new HttpVisitor(shop.address());
  }

  /** A phone that no other test uses. */
  static String phone() {
    return "139%08d".formatted(NEXT.incrementAndGet());
  }

  /** The answer of the captcha that this visitor is shown next. */
  String captcha(HttpVisitor visitor, String form) {
    visitor.picture("/captcha?form=" + form);
    String token = visitor.cookie("dianpu_captcha").orElseThrow();
    return answer(token);
  }

  /** The answer of the captcha in this cookie. */
  String answer(String token) {
    HttpResponse<String> answer = new HttpVisitor(java.net.URI.create(shop.simulators().address()))
        .get("/captcha-answer?token=" + token);
    Matcher word = Pattern.compile("\"answer\"\\s*:\\s*\"([^\"]+)\"").matcher(answer.body());
    if (!word.find()) {
      throw new IllegalStateException("No answer: " + answer.statusCode());
    }
    return word.group(1);
  }

  /** Asks for a code as the page's script does, with a right captcha. */
  HttpResponse<String> askForCode(HttpVisitor visitor, String phone) {
    return ask(visitor, phone, captcha(visitor, "register"));
  }

  HttpResponse<String> ask(HttpVisitor visitor, String phone, String captcha) {
    return ask(visitor, "REGISTER", phone, captcha);
  }

  /** The same for another purpose, such as {@code LOGIN}. */
  HttpResponse<String> ask(HttpVisitor visitor, String purpose, String phone, String captcha) {
    return visitor.json("/api/v1/verifications",
        "{\"phone\":\"%s\",\"purpose\":\"%s\",\"captcha\":\"%s\"}".formatted(phone, purpose, captcha));
  }

  /** A new member, logged in by registering, whose phone may be sent something at once. */
  HttpVisitor member(String name, String phone) {
    HttpVisitor visitor = visitor();
    askForCode(visitor, phone);
    assertThat(visitor.post("/register", form(name, phone, code(phone))).statusCode()).isEqualTo(303);
    forgetSends();
    return visitor;
  }

  /** As if this member had not logged in for so many days. */
  void away(String name, int days) {
    execute("update member set last_login_at = timestampadd(day, -" + days + ", last_login_at) where username = '" + name
        + "'");
  }

  List<SimulatedSms> inbox(String phone) {
    return shop.simulators().inbox(phone);
  }

  /** The code of the newest SMS to this phone. */
  String code(String phone) {
    Matcher code = CODE.matcher(inbox(phone).get(0).text());
    if (!code.find()) {
      throw new IllegalStateException("No code in the newest SMS");
    }
    return code.group();
  }

  /** A filled in register form. */
  static java.util.Map<String, String> form(String name, String phone, String code) {
    return new java.util.HashMap<>(Map.of("username", name, "email", name + "@example.com",
        "password", "gute Reise 42 km", "passwordConfirm", "gute Reise 42 km", "phone", phone, "smsCode", code,
        "agreement", "yes"));
  }
}
