package dev.dianpu.simulator;

import dev.dianpu.simulator.IhuyiTexts.Checked;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * 互亿无线 (document 004): {@code /webservice/sms.php?method=Submit|GetNum|AddTemplate|DelTemplate} over GET and POST, XML
 * or JSON, a plain APIKEY or a dynamic password.
 *
 * <p>Not known and invented here: that a dynamic password lives 10 minutes; that the MD5 which templates take is that
 * of the APIKEY; the roots {@code AddTemplateResult} and {@code DelTemplateResult}; flat JSON; the sensitive word 赌博;
 * the limit of 20 characters for a variable of a whole text; that {@code templateid} works on this address.
 *
 * <p>Controls:
 *
 * <ul>
 *   <li>{@code balance?remaining=5}; {@code unpaid?on=1} – the default signature and template only; {@code
 *       state?code=4050} – every request is refused with 400, 4050 or 4052, 0 for none
 *   <li>{@code limit?code=4081&most=0} – 408, 4081, 4082, 4083, 4085; 0 for none; {@code blacklist?phone=}
 *   <li>{@code templates?strict=1} – a whole text must be one of an approved template; {@code audit?id=1001&code=2} (0
 *       to refuse), with {@code url=} also pushed there
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

  private static final long PLENTY = 1_000_000;
  private static final int LONGEST = 500;
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final AtomicLong balance = new AtomicLong(PLENTY);
  private final AtomicLong serial = new AtomicLong();
  private final IhuyiDoor door = new IhuyiDoor(ACCOUNT, API_KEY);
  private final IhuyiTexts texts = new IhuyiTexts();
  private final IhuyiLimits limits = new IhuyiLimits();
  private final PushClient pushes = new PushClient();

  IhuyiSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  /** How many SMS are left. */
  public void balance(long remaining) {
    balance.set(remaining);
  }

  /** Whether the account has not paid yet. */
  public void unpaid(boolean on) {
    texts.unpaid.set(on);
  }

  /** Whether whole texts must be those of approved templates. */
  public void strict(boolean on) {
    texts.strict.set(on);
  }

  /** Refuses every request with 400, 4050 or 4052; 0 for none. */
  public void state(int code) {
    door.state.set(code);
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
    return texts.templates.audit(template, approved);
  }

  @Override
  void forget() {
    balance.set(PLENTY);
    door.state.set(0);
    texts.forget();
    limits.forget();
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
    return ",\"balance\":" + balance + ",\"state\":" + door.state;
  }

  @Override
  boolean serves(String path) {
    return path.equals(PATH);
  }

  @Override
  WireAnswer errorInside() {
    return new IhuyiReply("SubmitResult", "").refused(405, "smsid");
  }

  @Override
  WireAnswer take(WireRequest request) {
    Map<String, String> given = new LinkedHashMap<>();
    request.query().forEach((name, values) -> given.put(name, values.get(0)));
    request.form().forEach((name, values) -> given.put(name, values.get(0)));
    String method = given.getOrDefault("method", "");
    IhuyiReply reply = new IhuyiReply(method + "Result", given.getOrDefault("format", ""));
    return switch (method) {
      case "Submit" -> submit(given, reply);
      case "GetNum" -> getNum(given, reply);
      case "AddTemplate" -> addTemplate(given, reply);
      case "DelTemplate" -> delTemplate(given, reply);
      default -> WireAnswer.text(404, "no such method\n");
    };
  }

  private WireAnswer submit(Map<String, String> given, IhuyiReply reply) {
    Checked checked = checked(given);
    if (checked.code().isPresent()) {
      return reply.refused(checked.code().getAsInt(), "smsid");
    }
    balance.decrementAndGet();
    deliver(given.get("mobile"), checked.text());
    return reply.said(2, "提交成功", "smsid", "1474562554" + String.format("%010d", serial.incrementAndGet()));
  }

  private Checked checked(Map<String, String> given) {
    String mobile = given.getOrDefault("mobile", "");
    String content = given.getOrDefault("content", "");
    String template = given.getOrDefault("templateid", "");
    OptionalInt closed = door.refusal(given, mobile + content, clock().instant());
    OptionalInt wrong = closed.isPresent() ? closed : parameters(mobile, content);
    if (wrong.isPresent()) {
      return Checked.refused(wrong.getAsInt());
    }
    Checked checked = template.isEmpty() ? texts.whole(content) : texts.filled(template, content);
    if (checked.code().isPresent()) {
      return checked;
    }
    if (balance.get() <= 0) {
      return Checked.refused(4051);
    }
    OptionalInt tooMany = limits.refusal(mobile, checked.text(), clock().millis());
    return tooMany.isPresent() ? Checked.refused(tooMany.getAsInt()) : checked;
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
    return content.codePointCount(0, content.length()) > LONGEST ? OptionalInt.of(4073) : OptionalInt.empty();
  }

  private WireAnswer getNum(Map<String, String> given, IhuyiReply reply) {
    OptionalInt closed = door.refusal(given, "", clock().instant());
    return closed.isPresent() ? reply.refused(closed.getAsInt(), "num")
        : reply.said(2, "查询成功", "num", balance.toString());
  }

  private WireAnswer addTemplate(Map<String, String> given, IhuyiReply reply) {
    String content = given.getOrDefault("content", "");
    OptionalInt code = door.refusalOfTemplates(given);
    if (code.isEmpty() && (content.isEmpty() || content.contains(IhuyiTexts.SENSITIVE))) {
      code = OptionalInt.of(content.isEmpty() ? 404 : 407);
    }
    return code.isPresent() ? reply.refused(code.getAsInt(), "templateid")
        : reply.said(2, "添加成功", "templateid", Integer.toString(texts.templates.add(content, false)));
  }

  private WireAnswer delTemplate(Map<String, String> given, IhuyiReply reply) {
    OptionalInt code = door.refusalOfTemplates(given);
    if (code.isEmpty() && !texts.templates.remove(given.getOrDefault("templateid", ""))) {
      code = OptionalInt.of(404);
    }
    return code.isPresent() ? reply.refused(code.getAsInt(), "") : reply.said(2, "删除成功", "", "");
  }
}
