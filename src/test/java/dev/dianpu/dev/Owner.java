package dev.dianpu.dev;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** A shop owner at work in the admin, by the same forms as a person. */
public final class Owner {

  private final HttpVisitor browser;

  private Owner(HttpVisitor browser) {
    this.browser = browser;
  }

  /** Logs in. */
  public static Owner login(URI shop, String name, String password) {
    HttpVisitor browser = new HttpVisitor(shop);
    HttpResponse<String> answer = browser.post("/admin/login", Map.of("name", name, "password", password));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("The admin login answered " + answer.statusCode());
    }
    return new Owner(browser);
  }

  /** The owner's browser. */
  public HttpVisitor browser() {
    return browser;
  }

  /** Installs a plugin, its scripts included, and switches it on. */
  public void installPlugin(String id) {
    done(browser.post("/admin/plugins/" + id + "/install", Map.of()), "install " + id);
    done(browser.post("/admin/plugins/" + id + "/on", Map.of()), "switch on " + id);
  }

  /** Saves values on a settings tab; what is not named keeps its value. */
  public void save(String tab, Map<String, String> values) {
    HttpResponse<String> answer = browser.post("/admin/settings/" + tab, values);
    if (answer.statusCode() != 303 || answer.headers().firstValue("Location").orElse("").contains("/admin/login")) {
      throw new IllegalStateException("The settings " + values.keySet() + " were refused: " + answer.statusCode());
    }
  }

  /** Saves values on the page of the limits; what is not named keeps its value. */
  public void saveLimits(Map<String, String> values) {
    HttpResponse<String> answer = browser.post("/admin/limits", values);
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("The limits " + values + " were refused: " + answer.statusCode());
    }
  }

  /** Saves rules of the guard; what is not named keeps its value. */
  public void saveGuard(Map<String, String> rules) {
    HttpResponse<String> answer = browser.post("/admin/guard/rules", rules);
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("The rules " + rules + " were refused: " + answer.statusCode());
    }
  }

  /** Has the guard write down what it would do to so many sends of one machine, and do nothing. */
  public void guardRecords() {
    saveGuard(Map.of("guard.proof", "RECORD", "guard.slider", "RECORD", "guard.pause", "RECORD"));
  }

  /** Takes away or widens every limit that many sends of one machine would meet. */
  public void openLimits() {
    saveLimits(Map.ofEntries(
        Map.entry("duanxintong.address-hour", "1000000"), Map.entry("duanxintong.range-hour", "1000000"),
        Map.entry("duanxintong.site-hour", "10000000"), Map.entry("duanxintong.site-day", "0"),
        Map.entry("duanxintong.prefix-hour", "0"), Map.entry("duanxintong.session-hour", "0"),
        Map.entry("duanxintong.money-hour", "0"), Map.entry("duanxintong.money-day", "0"),
        Map.entry("verification.address-tries", "10000")));
  }

  /** Saves values on the page of a channel; what is not named keeps its value. */
  public void saveChannel(String channel, Map<String, String> values) {
    HttpResponse<String> answer = browser.post("/admin/sms/channels/" + channel, values);
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("The settings of " + channel + " were refused: " + answer.statusCode());
    }
  }

  /** Saves the order of the channels for a kind of messages: {@code place.<id>} and {@code weight.<id>} of each. */
  public void order(String kind, Map<String, String> places) {
    done(browser.post("/admin/sms/order/" + kind, places), "order the channels");
  }

  private static void done(HttpResponse<String> answer, String what) {
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException("Could not " + what + ": " + answer.statusCode());
    }
  }
}
