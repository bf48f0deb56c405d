package dev.dianpu.simulator;

import dev.dianpu.simulator.AliyunVerifier.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * 创信 behind the Aliyun API gateway (document 001): {@code POST /chuangxinsms/dxjk?content=&mobile=}, no body, an
 * AppCode.
 *
 * <p>Known: the success, the codes 10000–10003 with their words, the misspelt {@code Faild} (from independent clients).
 * Not known and invented here: where a code stands, so {@link Carried} offers what is likely; that a number that is
 * none and a text beyond 500 characters are 10003; that a trial account's code may be any of four digits.
 *
 * <p>Controls: {@code quota?remaining=5}, {@code carried?as=words|message|field|status}, {@code trial?on=1}.
 */
public final class ChuangxinSimulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "chuangxin";
  /** The AppCode that the development run and the tests use. */
  public static final String APP_CODE = "dianpu-demo-chuangxin-code";
  /** Where it listens below the server's address. */
  public static final String PATH = "/chuangxinsms/dxjk";

  /** Where a failure carries its code. */
  public enum Carried {
    /** Status 200; only the words name the error, as independent clients saw it. */
    WORDS,
    /** Status 200; the code stands in {@code Message}. */
    MESSAGE,
    /** Status 200; the code stands in a field {@code Code}. */
    FIELD,
    /** Status 400; the code stands in {@code Message}. */
    STATUS
  }

  private static final long PLENTY = 420_842;
  private static final int LONGEST = 500;
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern SIGNED = Pattern.compile("(?s)【[^【】]+】.*");
  private static final Pattern TRIAL = Pattern.compile("【创信】你的验证码是:[0-9]{4},3分钟内有效!");

  private final AliyunVerifier verifier;
  private final AtomicLong quota = new AtomicLong(PLENTY);
  private final AtomicLong task = new AtomicLong(18_424_321);
  private final AtomicBoolean trial = new AtomicBoolean();
  private final AtomicReference<Carried> carried = new AtomicReference<>(Carried.WORDS);

  ChuangxinSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
    this.verifier = new AliyunVerifier("no-key", UUID.randomUUID().toString(), APP_CODE, this::clock);
  }

  /** How many SMS are left of what was bought. */
  public void quota(long remaining) {
    quota.set(remaining);
  }

  /** Whether the account is one on trial. */
  public void trial(boolean on) {
    trial.set(on);
  }

  /** Where failures carry their codes from now on. */
  public void carried(Carried where) {
    carried.set(where);
  }

  @Override
  void forget() {
    quota.set(PLENTY);
    trial.set(false);
    carried.set(Carried.WORDS);
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "quota" -> quota(Controls.number(request, "remaining", 0));
      case "trial" -> trial(Controls.number(request, "on", 1) == 1);
      case "carried" -> carried(Carried.valueOf(request.parameter("as").toUpperCase(Locale.ROOT)));
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  String more() {
    return ",\"quota\":" + quota + ",\"trial\":" + trial;
  }

  @Override
  boolean serves(String path) {
    return path.equals(PATH);
  }

  @Override
  WireAnswer take(WireRequest request) {
    if (!request.method().equals("POST")) {
      return refused(new Refusal(400, "Invalid HttpMethod"));
    }
    return verifier.refusal(request).map(ChuangxinSimulator::refused).orElseGet(() -> send(request));
  }

  @Override
  WireAnswer errorInside() {
    return failed(10003, "其他错误");
  }

  private WireAnswer send(WireRequest request) {
    String content = request.parameter("content");
    String mobile = request.parameter("mobile");
    if (quota.get() <= 0) {
      return refused(new Refusal(403, "Api Market Subscription quota exhausted"));
    }
    if (content.isEmpty()) {
      return failed(10000, "短信内容不能为空");
    }
    if (mobile.isEmpty()) {
      return failed(10001, "短信号码不能为空");
    }
    if (!SIGNED.matcher(content).matches()) {
      return failed(10002, "短信必须带【】格式签名");
    }
    boolean tooLong = content.codePointCount(0, content.length()) > LONGEST;
    boolean strange = trial.get() && !TRIAL.matcher(content).matches();
    if (tooLong || strange || !MOBILE.matcher(mobile).matches()) {
      return failed(10003, "其他错误");
    }
    deliver(mobile, content);
    return WireAnswer.json(200, "{\"ReturnStatus\":\"Success\",\"Message\":\"ok\",\"RemainPoint\":"
        + quota.decrementAndGet() + ",\"TaskID\":" + task.getAndIncrement() + ",\"SuccessCounts\":1}");
  }

  private WireAnswer failed(int code, String words) {
    Carried where = carried.get();
    String message = where == Carried.MESSAGE || where == Carried.STATUS ? code + ":" + words : words;
    String field = where == Carried.FIELD ? "\"Code\":\"" + code + "\"," : "";
    return WireAnswer.json(where == Carried.STATUS ? 400 : 200,
        "{\"ReturnStatus\":\"Faild\"," + field + "\"Message\":\"" + message
            + "\",\"RemainPoint\":0,\"TaskID\":0,\"SuccessCounts\":0}");
  }

  /** By the gateway itself: an empty body, and the reason in a header. */
  private static WireAnswer refused(Refusal refusal) {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-Ca-Request-Id", UUID.randomUUID().toString().toUpperCase(Locale.ROOT));
    headers.put("X-Ca-Error-Message",
        new String(refusal.message().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return new WireAnswer(refusal.status(), "text/plain; charset=utf-8", headers, "");
  }
}
