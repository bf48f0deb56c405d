package dev.dianpu.simulator;

import dev.dianpu.simulator.IhuyiTemplateBook.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 互亿无线 (document 004): {@code /webservice/sms.php?method=Submit|GetNum|AddTemplate|DelTemplate} over GET and POST, XML
 * or JSON, a plain APIKEY or a dynamic password.
 *
 * <p>Not known and invented here: that a dynamic password lives 10 minutes; that the MD5 which templates take is that of
 * the APIKEY; the roots {@code AddTemplateResult} and {@code DelTemplateResult}; flat JSON; the sensitive word 赌博; the
 * limit of 20 characters for a variable of a whole text; that {@code templateid} works on this address.
 *
 * <p>Controls:
 *
 * <ul>
 *   <li>{@code balance?remaining=5}; {@code unpaid?on=1} – the default signature and template only; {@code state?code=4050}
 *       – every request is refused with 400, 4050 or 4052, 0 for none
 *   <li>{@code limit?code=4081&most=0} – 408, 4081, 4082, 4083, 4085; 0 for none; {@code blacklist?phone=}
 *   <li>{@code templates?strict=1} – a whole text must be one of an approved template; {@code audit?id=1001&code=2} (0 to
 *       refuse), with {@code url=} also pushed there
 *   <li>{@code push?kind=receipt|reply&url=…&phone=…&smsid=…&code=2&msg=…&content=…} – pushed up to three times, until
 *       answered {@code success}
 * </ul>
 */
public final class IhuyiSimulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "ihuyi";
  /** The APIID that the development run and the tests use. */
  public static final String ACCOUNT = "dianpudemo";
  /** The APIKEY of {@link #ACCOUNT}. */
  public static final String API_KEY = "dianpu-demo-ihuyi-apikey";
  /** Where it listens below the server's address. */
  public static final String PATH = "/webservice/sms.php";
  /** What the gateway signs with when a text has no signature. */
  public static final String SIGNATURE = "互亿无线";

  private static final long PLENTY = 1_000_000;
  private static final Duration PASSWORD_LIFE = Duration.ofMinutes(10);
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Pattern SIGNED = Pattern.compile("(?s)(?:【([^【】]+)】(.*)|(.*)【([^【】]+)】)");
  private static final Pattern EMOJI = Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}]");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final List<String> MARKS = List.of("】【", "【】");

  private final AtomicLong balance = new AtomicLong(PLENTY);
  private final AtomicLong serial = new AtomicLong();
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicReference<Rules> rules = new AtomicReference<>(new Rules(false, false));
  private final IhuyiLimits limits = new IhuyiLimits();
  private final IhuyiTemplateBook templates = new IhuyiTemplateBook();
  private final PushClient pushes = new PushClient();

  private record Rules(boolean unpaid, boolean strict) {}

  IhuyiSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  /** How many SMS are left. */
  public void balance(long remaining) {
    balance.set(remaining);
  }

  /** Whether the account has not paid yet. */
  public void unpaid(boolean on) {
    rules.updateAndGet(old -> new Rules(on, old.strict()));
  }

  /** Whether whole texts must be those of approved templates. */
  public void strict(boolean on) {
    rules.updateAndGet(old -> new Rules(old.unpaid(), on));
  }

  /** Refuses every request with 400, 4050 or 4052; 0 for none. */
  public void state(int code) {
    state.set(code);
  }

  /** Another limit; 0 for none. */
  public void limit(int code, int most) {
    limits.limit(code, most);
  }

  /** Puts a phone on the blacklist. */
  public void blacklist(String mobile) {
    limits.blacklist(mobile);
  }

  /** The gateway's people decide on a template; false if there is none of this number. */
  public boolean audit(int template, boolean approved) {
    return templates.audit(template, approved);
  }

  @Override
  void forget() {
    balance.set(PLENTY);
    state.set(0);
    rules.set(new Rules(false, false));
    limits.forget();
    templates.forget();
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "balance" -> balance(Controls.number(request, "remaining", 0));
      case "unpaid" -> unpaid(Controls.number(request, "on", 1) == 1);
      case "templates" -> strict(Controls.number(request, "strict", 1) == 1);
      case "state" -> state((int) Controls.number(request, "code", 0));
      case "limit" -> limit((int) Controls.number(request, "code", 0), (int) Controls.number(request, "most", 0));
      case "blacklist" -> blacklist(request.parameter("phone"));
      case "audit" -> audit(request);
      case "push" -> push(request);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void audit(WireRequest request) {
    long code = Controls.number(request, "code", 2);
    if (!audit((int) Controls.number(request, "id", 0), code == 2)) {
      throw new IllegalArgumentException("no template has this id");
    }
    if (!request.parameter("url").isEmpty()) {
      push(request, Map.of("code", Long.toString(code), "msg", request.parameter("msg"),
          "templateid", request.parameter("id")));
    }
  }

  private void push(WireRequest request) {
    String now = TIME.format(LocalDateTime.ofInstant(clock().instant(), ZoneId.of("Asia/Shanghai")));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("mobilephone", request.parameter("phone"));
    form.put("smsid", request.parameter("smsid"));
    switch (request.parameter("kind")) {
      case "receipt" -> form.putAll(Map.of("code", Long.toString(Controls.number(request, "code", 2)),
          "msg", request.parameter("msg"), "report_time", now));
      case "reply" -> form.putAll(Map.of("content", request.parameter("content"), "reply_time", now));
      default -> throw new IllegalArgumentException("kind is receipt or reply");
    }
    push(request, form);
  }

  private void push(WireRequest request, Map<String, String> form) {
    if (pushes.push(request.parameter("url"), form, "success", 3) == 0) {
      throw new IllegalArgumentException("pushed three times and never answered success");
    }
  }

  @Override
  String more() {
    return ",\"balance\":" + balance + ",\"state\":" + state;
  }

  @Override
  boolean serves(String path) {
    return path.equals(PATH);
  }

  @Override
  WireAnswer errorInside() {
    return new Reply("SubmitResult", "").code(405, "用户名或密码不正确", "smsid", "0");
  }

  @Override
  WireAnswer take(WireRequest request) {
    Map<String, String> given = new LinkedHashMap<>();
    request.query().forEach((name, values) -> given.put(name, values.get(0)));
    request.form().forEach((name, values) -> given.put(name, values.get(0)));
    Parameters parameters = new Parameters(given);
    String method = parameters.get("method");
    Reply reply = new Reply(method + "Result", parameters.get("format"));
    return switch (method) {
      case "Submit" -> submit(parameters, reply);
      case "GetNum" -> getNum(parameters, reply);
      case "AddTemplate" -> addTemplate(parameters, reply);
      case "DelTemplate" -> delTemplate(parameters, reply);
      default -> WireAnswer.text(404, "no such method\n");
    };
  }

  private WireAnswer submit(Parameters given, Reply reply) {
    String mobile = given.get("mobile");
    String content = given.get("content");
    OptionalInt code = door(given, mobile + content, true);
    if (code.isEmpty()) {
      code = parameters(mobile, content);
    }
    String text = code.isPresent() ? "" : content;
    if (code.isEmpty() && !given.get("templateid").isEmpty()) {
      Filled filled = filled(given.get("templateid"), content);
      code = filled.code();
      text = "【" + SIGNATURE + "】" + filled.text();
    } else if (code.isEmpty()) {
      code = text(content);
      text = SIGNED.matcher(content).matches() ? content : "【" + SIGNATURE + "】" + content;
    }
    if (code.isEmpty()) {
      code = balance.get() <= 0 ? OptionalInt.of(4051) : limits.refusal(mobile, content, clock().millis());
    }
    if (code.isPresent()) {
      return reply.code(code.getAsInt(), words(code.getAsInt()), "smsid", "0");
    }
    balance.decrementAndGet();
    deliver(mobile, text);
    return reply.code(2, "提交成功", "smsid", "1474562554" + String.format("%010d", serial.incrementAndGet()));
  }

  private OptionalInt parameters(String mobile, String content) {
    if (mobile.isEmpty() || content.isEmpty()) {
      return OptionalInt.of(mobile.isEmpty() ? 403 : 404);
    }
    if (!MOBILE.matcher(mobile).matches()) {
      return OptionalInt.of(406);
    }
    if (limits.blacklisted(mobile)) {
      return OptionalInt.of(4030);
    }
    return content.codePointCount(0, content.length()) > 500 ? OptionalInt.of(4073) : OptionalInt.empty();
  }

  /** A whole text: its characters, its signature, its template. */
  private OptionalInt text(String content) {
    if (EMOJI.matcher(content).find()) {
      return OptionalInt.of(4074);
    }
    if (content.contains("赌博")) {
      return OptionalInt.of(407);
    }
    Matcher signed = SIGNED.matcher(content);
    boolean has = signed.matches();
    if (!has && MARKS.stream().anyMatch(content::contains)) {
      return OptionalInt.of(4070);
    }
    String signature = has ? Optional.ofNullable(signed.group(1)).orElse(signed.group(4)) : SIGNATURE;
    String bare = has ? Optional.ofNullable(signed.group(2)).orElse(signed.group(3)) : content;
    if (rules.get().unpaid()) {
      if (!signature.equals(SIGNATURE)) {
        return OptionalInt.of(4075);
      }
      return bare.matches("您的验证码是：.{1,8}。请不要把验证码泄露给其他人。") ? OptionalInt.empty() : OptionalInt.of(4072);
    }
    return rules.get().strict() && !templates.covers(content, bare) ? OptionalInt.of(4072) : OptionalInt.empty();
  }

  private record Filled(OptionalInt code, String text) {}

  private Filled filled(String id, String content) {
    Optional<Template> template = templates.find(id).filter(Template::approved);
    if (template.isEmpty()) {
      return new Filled(OptionalInt.of(4071), "");
    }
    String[] values = content.split("\\|", -1);
    for (String value : values) {
      if (value.length() > 8) {
        return new Filled(OptionalInt.of(40722), "");
      }
      if (value.contains("赌博")) {
        return new Filled(OptionalInt.of(4077), "");
      }
    }
    return IhuyiTemplateBook.filled(template.get().wording(), values)
        .map(text -> new Filled(OptionalInt.empty(), text)).orElse(new Filled(OptionalInt.of(4072), ""));
  }

  private WireAnswer getNum(Parameters given, Reply reply) {
    OptionalInt code = door(given, "", true);
    return code.isPresent() ? reply.code(code.getAsInt(), words(code.getAsInt()), "num", "0")
        : reply.code(2, "查询成功", "num", balance.toString());
  }

  private WireAnswer addTemplate(Parameters given, Reply reply) {
    OptionalInt code = door(given, "", false);
    String content = given.get("content");
    if (code.isEmpty() && content.isEmpty()) {
      code = OptionalInt.of(404);
    }
    if (code.isEmpty() && content.contains("赌博")) {
      code = OptionalInt.of(407);
    }
    return code.isPresent() ? reply.code(code.getAsInt(), words(code.getAsInt()), "templateid", "0")
        : reply.code(2, "添加成功", "templateid", Integer.toString(templates.add(content, false)));
  }

  private WireAnswer delTemplate(Parameters given, Reply reply) {
    OptionalInt code = door(given, "", false);
    if (code.isEmpty() && !templates.remove(given.get("templateid"))) {
      code = OptionalInt.of(404);
    }
    return code.isPresent() ? reply.code(code.getAsInt(), words(code.getAsInt()), "", "")
        : reply.code(2, "删除成功", "", "");
  }

  /** Who calls: the account, and its password of either kind. */
  private OptionalInt door(Parameters given, String signed, boolean dynamic) {
    String password = given.get("password");
    if (state.get() == 400 || state.get() == 4052) {
      return OptionalInt.of(state.get());
    }
    if (given.get("account").isEmpty() || password.isEmpty()) {
      return OptionalInt.of(given.get("account").isEmpty() ? 401 : 402);
    }
    if (!given.get("account").equals(ACCOUNT)) {
      return OptionalInt.of(405);
    }
    String time = given.get("time");
    if (dynamic && time.matches("[0-9]{10}")) {
      if (Math.abs(clock().instant().getEpochSecond() - Long.parseLong(time)) > PASSWORD_LIFE.toSeconds()) {
        return OptionalInt.of(40501);
      }
      if (!password.equals(md5(ACCOUNT + API_KEY + signed + time))) {
        return OptionalInt.of(40502);
      }
    } else if (!password.equals(API_KEY) && (dynamic || !password.equals(md5(API_KEY)))) {
      return OptionalInt.of(405);
    }
    return state.get() == 0 ? OptionalInt.empty() : OptionalInt.of(state.get());
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return String.format("%032x", new java.math.BigInteger(1, digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String words(int code) {
    return switch (code) {
      case 405 -> "用户名或密码不正确";
      case 4051 -> "剩余条数不足";
      case 4072 -> "提交的短信内容与审核通过的模板内容不匹配";
      default -> "错误" + code;
    };
  }

  private record Parameters(Map<String, String> given) {
    String get(String name) {
      return given.getOrDefault(name, "");
    }
  }

  /** One answer; independent clients choke on indented XML, so there is none. */
  private record Reply(String root, String format) {
    WireAnswer code(int code, String message, String name, String value) {
      if (format.equals("json")) {
        String member = name.isEmpty() ? "" : ",\"" + name + "\":\"" + value + "\"";
        return WireAnswer.json(200, "{\"code\":" + code + ",\"msg\":\"" + message + "\"" + member + "}");
      }
      String element = name.isEmpty() ? "" : "<" + name + ">" + value + "</" + name + ">\n";
      return WireAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + root + " xmlns=\"106.ihuyi.com\">\n<code>"
          + code + "</code>\n<msg>" + message + "</msg>\n" + element + "</" + root + ">\n");
    }
  }
}
