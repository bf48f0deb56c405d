package dev.dianpu.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * 2office: {@code POST /WebService/SmsService.asmx/SendSms3} and {@code …/GetSmsMoney}, {@code POST
 * /WebService/sms3.aspx}, and the service's page at {@code GET /WebService/SmsService.asmx}.
 *
 * <p>Known: paths, fields, the password's digest, {@code 0,ID} for a success and {@code code,text} else. Not known and
 * invented here: every code, that {@code sms3.aspx} answers bare text in GBK, that 500 characters are too long, that
 * {@code GetSmsMoney} takes the channel as its third field and answers a bare amount, and what an SMS costs (0.05).
 *
 * <p>Controls: {@code quota?remaining=} – how many SMS the money is good for; {@code register?only=} – takes requests
 * from that address only (which this one is not), empty lifts it.
 */
public final class Office2Simulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "office2";
  /** The account that the development run and the tests use. */
  public static final String ACCOUNT = "dianpu-demo-account";
  /** The login password of {@link #ACCOUNT}. */
  public static final String PASSWORD = "dianpu-demo-login";
  /** The authorisation code of {@link #ACCOUNT}. */
  public static final String AUTH_CODE = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

  private static final String SERVICE = "/WebService/SmsService.asmx";
  private static final String PAGE = "/WebService/sms3.aspx";
  private static final int LONGEST = 500;
  private static final long PLENTY = 1_000_000_000L;
  private static final Charset GBK = Charset.forName("GBK");

  private final AtomicLong quota = new AtomicLong(PLENTY);
  private final AtomicLong next = new AtomicLong(20_000_000);
  private final AtomicReference<String> registered = new AtomicReference<>("");

  Office2Simulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  /** How many SMS the money is good for. */
  public void quota(long remaining) {
    quota.set(remaining);
  }

  /** From which address alone requests are taken; empty for any. */
  public void registered(String address) {
    registered.set(address);
  }

  @Override
  void forget() {
    quota.set(PLENTY);
    registered.set("");
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "quota" -> quota(Controls.number(request, "remaining", 0));
      case "register" -> registered(request.parameter("only"));
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  String more() {
    return ",\"quota\":" + quota;
  }

  @Override
  boolean serves(String path) {
    return path.equals(PAGE) || path.startsWith(SERVICE);
  }

  @Override
  WireAnswer errorInside() {
    return string("-3,余额不足");
  }

  @Override
  WireAnswer take(WireRequest request) {
    if (request.method().equals("GET") && request.path().equals(SERVICE)) {
      return WireAnswer.html("<html><head><title>SmsService Web 服务</title></head><body>SendSms3</body></html>");
    }
    if (!request.method().equals("POST")) {
      return WireAnswer.text(500, "");
    }
    Map<String, List<String>> form = request.form(charset(request));
    return switch (request.path()) {
      case PAGE -> new WireAnswer(200, "text/html", Map.of(), send(form).getBytes(GBK));
      case SERVICE + "/SendSms3" -> string(send(form));
      case SERVICE + "/GetSmsMoney" -> string(money(form));
      default -> WireAnswer.text(500, "请求格式无法识别");
    };
  }

  private static Charset charset(WireRequest request) {
    String type = request.header("Content-Type").toLowerCase(Locale.ROOT);
    boolean page = request.path().equals(PAGE);
    return type.contains("gb") || page && !type.contains("utf") ? GBK : StandardCharsets.UTF_8;
  }

  private static String field(Map<String, List<String>> form, String name) {
    return form.containsKey(name) ? form.get(name).get(0) : "";
  }

  private String refusal(Map<String, List<String>> form) {
    if (!registered.get().isEmpty() && !registered.get().equals("127.0.0.1")) {
      return "-5,IP地址未登记";
    }
    boolean known = field(form, "account").equals(ACCOUNT)
        && field(form, "password").equals(SimulatorDigests.md5(PASSWORD + AUTH_CODE));
    return known ? "" : "-2,帐号或密码错误";
  }

  private String money(Map<String, List<String>> form) {
    String refusal = refusal(form);
    if (refusal.isEmpty() && !form.containsKey("channel")) {
      return "-1,缺少参数";
    }
    return refusal.isEmpty() ? String.format(Locale.ROOT, "%.2f", quota.get() * 0.05) : refusal;
  }

  private String send(Map<String, List<String>> form) {
    String refusal = refusal(form);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    String mobile = field(form, "mobile");
    String content = field(form, "content");
    if (!mobile.matches("1[3-9][0-9]{9}")) {
      return "-6,号码错误";
    }
    if (content.isEmpty() || content.length() > LONGEST || !field(form, "sendType").equals("1")) {
      return "-4,内容或参数错误";
    }
    if (quota.get() <= 0) {
      return "-3,余额不足";
    }
    quota.decrementAndGet();
    deliver(mobile, content);
    return "0," + next.incrementAndGet();
  }

  /** With an attribute on the element, without which a known client falls over. */
  private static WireAnswer string(String content) {
    return WireAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<string xmlns=\"http://tempuri.org/\">" + content
        + "</string>");
  }
}
