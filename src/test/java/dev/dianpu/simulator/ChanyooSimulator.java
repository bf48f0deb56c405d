package dev.dianpu.simulator;

import dev.dianpu.simulator.AliyunVerifier.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * chanyoo behind the Aliyun API gateway: {@code GET /sendsms?mobile=&content=}.
 *
 * <p>Known: the gateway's refusals, status 403 for a used-up package, status 400 for a template that is not filed, the
 * body of a success. Not known and invented here: that the service's own refusals carry the numbers of chanyoo's direct
 * interface, and how long it takes the same text to the same phone for a repetition (30 s here).
 */
public final class ChanyooSimulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "chanyoo";
  /** The AppKey that the development run and the tests use. */
  public static final String APP_KEY = "dianpu-demo";
  /** The secret of {@link #APP_KEY}. */
  public static final String APP_SECRET = "dianpu-demo-secret";
  /** The AppCode of the same buyer. */
  public static final String APP_CODE = "dianpu-demo-appcode";
  /** Where it listens below the server's address. */
  public static final String PATH = "/sendsms";

  private static final long PLENTY = 1_000_000_000L;
  private static final int LONGEST = 500;
  private static final int REMEMBERED = 20_000;
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern SIGNED = Pattern.compile("(?s)(.*)【[^【】]{2,12}】");

  private final AliyunVerifier verifier;
  private final AtomicLong quota = new AtomicLong(PLENTY);
  private final AtomicReference<Duration> repetition = new AtomicReference<>(Duration.ofSeconds(30));
  private final List<Pattern> templates = new CopyOnWriteArrayList<>();
  private final Map<String, Long> recent = new LinkedHashMap<>();

  ChanyooSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
    this.verifier = new AliyunVerifier(APP_KEY, APP_SECRET, APP_CODE, this::clock);
  }

  /** How many SMS are left of what was bought. */
  public void quota(long remaining) {
    quota.set(remaining);
  }

  /** For how long the same text to the same phone is refused; zero for never. */
  public void repetition(Duration window) {
    repetition.set(window);
  }

  /**
   * The templates that are filed, such as {@code 您的验证码：{变量}}: a text must match one. None means that whatever has a
   * signature is taken as filed.
   */
  public void templates(List<String> wordings) {
    templates.clear();
    for (String wording : wordings) {
      String[] fixed = wording.strip().split("\\{[^{}]*}", -1);
      templates.add(Pattern.compile(
          String.join(".{0,40}", List.of(fixed).stream().map(Pattern::quote).toList()), Pattern.DOTALL));
    }
  }

  @Override
  void forget() {
    quota.set(PLENTY);
    repetition.set(Duration.ofSeconds(30));
    templates.clear();
    verifier.forgetNonces();
    synchronized (recent) {
      recent.clear();
    }
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "quota" -> quota(Controls.number(request, "remaining", 0));
      case "repetition" -> repetition(Duration.ofSeconds(Controls.number(request, "seconds", 0)));
      case "templates" -> templates(request.body().lines().filter(line -> !line.isBlank()).toList());
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
    return path.equals(PATH);
  }

  @Override
  WireAnswer take(WireRequest request) {
    if (!request.method().equals("GET")) {
      return refused(new Refusal(400, "Invalid HttpMethod"));
    }
    return verifier.refusal(request).map(ChanyooSimulator::refused).orElseGet(() -> send(request));
  }

  @Override
  WireAnswer errorInside() {
    return WireAnswer.json(200, result(-100, "系统内部错误"));
  }

  private WireAnswer send(WireRequest request) {
    if (quota.get() <= 0) {
      boolean byCode = request.header("X-Ca-Key").isEmpty();
      return refused(new Refusal(403, byCode ? "Api Market Subscription quota exhausted" : "Quota Exhausted"));
    }
    String mobile = request.parameter("mobile");
    String content = request.parameter("content");
    if (mobile.isEmpty() || content.isEmpty()) {
      return WireAnswer.json(200, result(-110, "参数错误"));
    }
    if (!MOBILE.matcher(mobile).matches()) {
      return WireAnswer.json(200, result(-119, "手机号不符合规则"));
    }
    int length = content.codePointCount(0, content.length());
    if (length > LONGEST) {
      return WireAnswer.json(200, result(-118, "内容超长"));
    }
    var signed = SIGNED.matcher(content);
    if (!signed.matches()) {
      return WireAnswer.json(400, result(-777, "签名不正确"));
    }
    String wording = signed.group(1);
    if (!templates.isEmpty() && templates.stream().noneMatch(filed -> filed.matcher(wording).matches())) {
      return WireAnswer.json(400, result(-888, "模板未报备"));
    }
    if (repeated(mobile + content)) {
      return WireAnswer.json(200, result(-999, "请求频繁"));
    }
    quota.decrementAndGet();
    deliver(mobile, content);
    return WireAnswer.json(200, "{\"result\":0,\"errmsg\":\"OK\",\"ext\":\"\",\"sid\":\"8:"
        + UUID.randomUUID().toString().replace("-", "") + "\",\"fee\":" + parts(length) + "}");
  }

  /** Up to 70 characters are one SMS; a longer text is sent in parts of 67. */
  private static int parts(int length) {
    return length <= 70 ? 1 : (length + 66) / 67;
  }

  private boolean repeated(String what) {
    long now = clock().millis();
    long window = repetition.get().toMillis();
    synchronized (recent) {
      // In the order of their coming, so only the head needs a look.
      Iterator<Long> times = recent.values().iterator();
      while (times.hasNext() && (now - times.next() >= window || recent.size() > REMEMBERED)) {
        times.remove();
      }
      return window > 0 && recent.putIfAbsent(what, now) != null;
    }
  }

  private static String result(int result, String message) {
    return "{\"result\":" + result + ",\"errmsg\":\"" + message + "\"}";
  }

  /** By the gateway itself: an empty body, and the reason in a header whose case clients rely on. */
  private static WireAnswer refused(Refusal refusal) {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Ca-Request-Id", UUID.randomUUID().toString().toUpperCase());
    // A header is bytes; the gateway puts UTF-8 there.
    headers.put("X-Ca-Error-Message",
        new String(refusal.message().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return new WireAnswer(refusal.status(), "text/plain; charset=utf-8", headers, "");
  }
}
