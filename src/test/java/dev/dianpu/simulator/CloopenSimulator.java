package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Report;
import dev.dianpu.simulator.CloopenAccount.Template;
import dev.dianpu.simulator.CloopenMessage.Unreadable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 容联云, interface of 2013-12-26: {@code TemplateSMS} from document 002; {@code AccountInfo}, {@code QuerySMSTemplate},
 * {@code CreateSMSTemplate}, {@code GetArrived}, pushes and codes from what others' programs expect.
 *
 * <p>Controls: {@code balance?amount=}; {@code template?id=&status=} (0 pending, 1 approved, 2 rejected, -1 deleted);
 * {@code limit?numbers=}; {@code paid?on=false} and {@code test-number?phone=} (an account that has not paid sends
 * template 1 to test numbers only); {@code same-content?on=true}; {@code undeliverable?phone=}; {@code
 * reply?phone=&text=}; {@code push?url=&type=1|0&format=json|xml} (pushes what GetArrived would hand out).
 *
 * <p>Not known and invented here: that timestamps and days are Beijing's; in which order the rules are looked at; that
 * a request id is used up only by a request that is fine otherwise; what {@code CreateSMSTemplate} answers; that XML
 * repeats {@code reports}; that a push counts as taken with any status 2xx and is not repeated; that every SMS is
 * delivered at once. An SMS that says the same as one of the same day is refused only while {@code same-content} is on.
 */
public final class CloopenSimulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "cloopen";
  /** The account that the development run and the tests use. */
  public static final String ACCOUNT_SID = "dianpu00demo00account00sid000001";
  /** The token of {@link #ACCOUNT_SID}. */
  public static final String AUTH_TOKEN = "dianpu00demo00account00token0001";
  /** The app of {@link #ACCOUNT_SID}. */
  public static final String APP_ID = "dianpu00demo00app00id00000000001";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZONE);
  private static final Pattern PATH =
      Pattern.compile("/2013-12-26/Accounts/([0-9A-Za-z]+)/(AccountInfo|SMS/([A-Za-z]+))");
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final int MOST_NUMBERS = 200;
  private static final int LONGEST = 250;

  private final CloopenDoor door = new CloopenDoor(ZONE);
  private final Map<String, CloopenAccount> accounts = new ConcurrentHashMap<>();
  private final Set<String> undeliverable = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostNumbers = new AtomicInteger(MOST_NUMBERS);
  private final AtomicBoolean sameContentRefused = new AtomicBoolean();

  CloopenSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
    forget();
  }

  /** Another customer. */
  public void account(String sid, String token, String appId) {
    accounts.put(sid, new CloopenAccount(sid, token, appId));
  }

  /** Files a text for the demo account as approved; gives back its id. */
  public String approved(String signature, String content) {
    CloopenAccount account = demo();
    synchronized (account) {
      return account.file("demo", signature, content, 1).id();
    }
  }

  private CloopenAccount demo() {
    return accounts.get(ACCOUNT_SID);
  }

  @Override
  void forget() {
    accounts.clear();
    account(ACCOUNT_SID, AUTH_TOKEN, APP_ID);
    undeliverable.clear();
    mostNumbers.set(MOST_NUMBERS);
    sameContentRefused.set(false);
  }

  @Override
  boolean control(String what, WireRequest request) {
    CloopenAccount account = demo();
    synchronized (account) {
      switch (what) {
        case "balance" -> account.balance = new BigDecimal(request.parameter("amount"));
        case "template" -> account.templates.compute(request.parameter("id"), (id, known) ->
            Optional.ofNullable(known).orElseThrow(() -> new IllegalArgumentException("id"))
                .with((int) Controls.number(request, "status", 1)));
        case "limit" -> mostNumbers.set((int) Controls.number(request, "numbers", MOST_NUMBERS));
        case "paid" -> account.paid = Boolean.parseBoolean(request.parameter("on"));
        case "test-number" -> account.testNumbers.add(request.parameter("phone"));
        case "same-content" -> sameContentRefused.set(Boolean.parseBoolean(request.parameter("on")));
        case "undeliverable" -> undeliverable.add(request.parameter("phone"));
        case "reply" -> account.report(new Report(
            "0", request.parameter("text"), request.parameter("phone"), true, "", TIME.format(clock().instant())));
        case "push" -> CloopenCallback.push(account, request);
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  @Override
  String more() {
    CloopenAccount account = demo();
    synchronized (account) {
      return ",\"balance\":" + account.balance + ",\"receipts\":" + account.receipts.size()
          + ",\"replies\":" + account.replies.size();
    }
  }

  @Override
  boolean serves(String path) {
    return path.startsWith("/2013-12-26/");
  }

  @Override
  WireAnswer errorInside() {
    return new CloopenWire(false).refusal("160000", "系统错误");
  }

  @Override
  WireAnswer take(WireRequest request) {
    Matcher path = PATH.matcher(request.path());
    if (!path.matches() || !request.method().equals(path.group(3) == null ? "GET" : "POST")) {
      return WireAnswer.text(404, "");
    }
    CloopenWire wire = new CloopenWire(wantsXml(request));
    CloopenAccount account = accounts.get(path.group(1));
    var refusal = door.refusal(
        request, path.group(1), Optional.ofNullable(account).map(known -> known.token), clock().instant());
    if (refusal.isPresent()) {
      return wire.refusal(refusal.get().code(), refusal.get().message());
    }
    if (path.group(3) == null) {
      return account(account, wire);
    }
    try {
      boolean xml = request.header("Content-Type").toLowerCase(Locale.ROOT).contains("xml");
      CloopenMessage message = xml ? CloopenMessage.xml(request.body()) : CloopenMessage.json(request.body());
      synchronized (account) {
        return function(path.group(3), account, message, wire);
      }
    } catch (Unreadable malformed) {
      return wire.refusal("160031", "参数解析失败");
    }
  }

  /** Some clients name several types, or send the header twice: JSON wins where it is among them. */
  private static boolean wantsXml(WireRequest request) {
    String accepted = String.join(",", request.headers().getValuesList("Accept")).toLowerCase(Locale.ROOT);
    return accepted.contains("application/xml") && !accepted.contains("application/json");
  }

  private static WireAnswer account(CloopenAccount account, CloopenWire wire) {
    synchronized (account) {
      Map<String, String> members = new LinkedHashMap<>();
      members.put("friendlyName", "demo");
      members.put("type", "0");
      members.put("status", "1");
      members.put("balance", account.balance.toPlainString());
      return wire.success("Account", false, List.of(members));
    }
  }

  private WireAnswer function(String name, CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    if (!message.get("appId").equals(account.appId)) {
      return wire.refusal("111181", "应用不存在");
    }
    return switch (name) {
      case "TemplateSMS" -> send(account, message, wire);
      case "QuerySMSTemplate" -> query(account, message, wire);
      case "CreateSMSTemplate" -> create(account, message, wire);
      case "GetArrived" -> arrived(account, message, wire);
      default -> WireAnswer.text(404, "");
    };
  }

  private WireAnswer send(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    List<String> phones = Arrays.asList(message.get("to").split(",", -1));
    Template template = account.templates.get(message.get("templateId"));
    Optional<WireAnswer> refused = numbersRefused(phones, wire)
        .or(() -> templateRefused(account, message, phones, wire))
        .or(() -> restRefused(account, message, template, wire));
    if (refused.isPresent()) {
      return refused.get();
    }
    String text = template.filled(message.datas());
    var today = clock().instant().atZone(ZONE).toLocalDate();
    if (sameContentRefused.get() && phones.stream().anyMatch(phone -> account.sentBefore(phone, text, today))) {
      return wire.refusal("160021", "相同的内容发给同一手机一天中只能发一次");
    }
    if (account.repeated(message.get("reqId"), today)) {
      return wire.refusal("160054", "重复的请求");
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    String now = TIME.format(clock().instant());
    for (String phone : phones) {
      account.balance = account.balance.subtract(new BigDecimal("0.05"));
      deliver(phone, text);
      account.report(new Report("1", id, phone, !undeliverable.contains(phone), message.get("reqId"), now));
    }
    // The document's sample has a blank before the id.
    return wire.success(wire.sent(), false, List.of(Map.of("smsMessageSid", " " + id, "dateCreated", now)));
  }

  private Optional<WireAnswer> numbersRefused(List<String> phones, CloopenWire wire) {
    if (phones.equals(List.of(""))) {
      return Optional.of(wire.refusal("112306", "模板短信手机号为空"));
    }
    if (phones.size() > mostNumbers.get()) {
      return Optional.of(mostNumbers.get() <= 100
          ? wire.refusal("160017", "号码个数超过100") : wire.refusal("160048", "号码个数超过200"));
    }
    if (!phones.stream().allMatch(phone -> MOBILE.matcher(phone).matches())) {
      return Optional.of(wire.refusal("160042", "号码格式有误"));
    }
    return new HashSet<>(phones).size() == phones.size()
        ? Optional.empty() : Optional.of(wire.refusal("160045", "存在重复的号码"));
  }

  private static Optional<WireAnswer> templateRefused(
      CloopenAccount account, CloopenMessage message, List<String> phones, CloopenWire wire) {
    String id = message.get("templateId");
    if (id.isEmpty()) {
      return Optional.of(wire.refusal("112307", "模板短信模板id为空"));
    }
    if (!id.matches("[0-9]+")) {
      return Optional.of(wire.refusal("112318", "模板短信模板id不是数字"));
    }
    if (id.length() > 20) {
      return Optional.of(wire.refusal("112315", "模板短信模板id过长"));
    }
    Template template = account.templates.get(id);
    if (template == null || template.status() != 1) {
      return Optional.of(wire.refusal("112323", "模板不存在或未审核通过"));
    }
    if (!account.paid && !(id.equals(CloopenAccount.TRIAL) && account.testNumbers.containsAll(phones))) {
      return Optional.of(wire.refusal("113302", "测试模板只能发给测试号码"));
    }
    return template.places() > message.datas().size()
        ? Optional.of(wire.refusal("112308", "模板短信模板替换内容为空")) : Optional.empty();
  }

  private static Optional<WireAnswer> restRefused(
      CloopenAccount account, CloopenMessage message, Template template, CloopenWire wire) {
    String text = template.filled(message.datas());
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return Optional.of(wire.refusal("160020", "短信内容超过长度限制"));
    }
    if (!message.get("subAppend").matches("[0-9]{0,4}")) {
      return Optional.of(wire.refusal("160065", "子扩展码有误"));
    }
    if (message.get("reqId").length() > 32) {
      return Optional.of(wire.refusal("160055", "消息id过长"));
    }
    return account.balance.signum() <= 0 ? Optional.of(wire.refusal("160014", "余额不足")) : Optional.empty();
  }

  private static WireAnswer query(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    String id = message.get("templateId");
    List<Map<String, String>> found = new ArrayList<>();
    account.templates.values().stream().filter(one -> id.isEmpty() || one.id().equals(id)).forEach(one -> {
      Map<String, String> members = new LinkedHashMap<>();
      members.put("id", one.id());
      members.put("title", one.title());
      members.put("content", one.content());
      members.put("status", Integer.toString(one.status()));
      members.put("type", "0");
      found.add(members);
    });
    return wire.success(Map.of("totalCount", Integer.toString(found.size())), "TemplateSMS", true, found);
  }

  private static WireAnswer create(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    String signature = message.get("signature");
    String code = message.get("productType").isEmpty() ? "112341"
        : !message.get("productType").matches("[123]") ? "112342"
        : message.get("addr").isEmpty() ? "112348"
        : message.get("title").isEmpty() ? "112343"
        : signature.isEmpty() ? "112344"
        : message.get("templateContent").isEmpty() ? "112345"
        : signature.length() < 2 || signature.length() > 16 ? "112357"
        : signature.codePoints().noneMatch(Character::isIdeographic) ? "112347" : "";
    if (!code.isEmpty()) {
      return wire.refusal(code, "模板参数有误");
    }
    Template filed = account.file(message.get("title"), signature, message.get("templateContent"), 0);
    return wire.success("TemplateSMS", false, List.of(Map.of("templateId", filed.id())));
  }

  private static WireAnswer arrived(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    String type = message.get("smsType").isEmpty() ? "1" : message.get("smsType");
    String count = message.get("count").isEmpty() ? "100" : message.get("count");
    if (!count.matches("[1-9][0-9]{0,5}")) {
      return wire.refusal("112329", "查询数量有误");
    }
    if (Integer.parseInt(count) > 500) {
      return wire.refusal("112330", "查询数量超过限制");
    }
    List<Report> reports = account.take(type, Integer.parseInt(count));
    return reports.isEmpty()
        ? wire.refusal("112356", "暂无状态报告")
        : wire.success("reports", true, reports.stream().map(CloopenWire::members).toList());
  }
}
