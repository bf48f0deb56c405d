package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Report;
import dev.dianpu.simulator.CloopenAccount.Template;
import dev.dianpu.simulator.CloopenDoor.Refusal;
import dev.dianpu.simulator.CloopenMessage.Unreadable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
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
import java.util.function.Consumer;
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
  private static final int MOST_NUMBERS = 200;

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

  /** The gateway's people decide on a template of the demo account; see {@link Template#status()}. */
  public void audit(String templateId, int status) {
    withDemo(account -> {
      if (account.templates.computeIfPresent(templateId, (id, known) -> known.with(status)) == null) {
        throw new IllegalArgumentException("id");
      }
    });
  }

  /** What is left of the demo account's money. */
  public void balance(BigDecimal amount) {
    withDemo(account -> account.balance = amount);
  }

  /** Whether the demo account has paid; if not, it sends template 1 to test numbers only. */
  public void paid(boolean paid) {
    withDemo(account -> account.paid = paid);
  }

  /** Registers a test number of the demo account. */
  public void testNumber(String phone) {
    withDemo(account -> account.testNumbers.add(phone));
  }

  /** SMS to this phone are taken and do not arrive. */
  public void undeliverable(String phone) {
    undeliverable.add(phone);
  }

  /** A person answers. */
  public void reply(String phone, String text) {
    withDemo(account -> account.report(new Report("0", text, phone, true, "", TIME.format(clock().instant()))));
  }

  /** Pushes what waits: receipts ({@code type} 1) or replies (0). */
  public void push(String url, String type, boolean xml) {
    withDemo(account -> CloopenCallback.push(account, URI.create(url), type, xml));
  }

  private void withDemo(Consumer<CloopenAccount> change) {
    CloopenAccount account = demo();
    synchronized (account) {
      change.accept(account);
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
    switch (what) {
      case "balance" -> balance(new BigDecimal(request.parameter("amount")));
      case "template" -> audit(request.parameter("id"), (int) Controls.number(request, "status", 1));
      case "limit" -> mostNumbers.set((int) Controls.number(request, "numbers", MOST_NUMBERS));
      case "paid" -> paid(Boolean.parseBoolean(request.parameter("on")));
      case "test-number" -> testNumber(request.parameter("phone"));
      case "same-content" -> sameContentRefused.set(Boolean.parseBoolean(request.parameter("on")));
      case "undeliverable" -> undeliverable(request.parameter("phone"));
      case "reply" -> reply(request.parameter("phone"), request.parameter("text"));
      case "push" -> push(request.parameter("url"), request.parameter("type").equals("0") ? "0" : "1",
          request.parameter("format").equals("xml"));
      default -> {
        return false;
      }
    }
    return true;
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
    Optional<Refusal> refusal = door.refusal(
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
      case "QuerySMSTemplate" -> CloopenFiling.query(account, message, wire);
      case "CreateSMSTemplate" -> CloopenFiling.create(account, message, wire);
      case "GetArrived" -> arrived(account, message, wire);
      default -> WireAnswer.text(404, "");
    };
  }

  private WireAnswer send(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    List<String> phones = Arrays.asList(message.get("to").split(",", -1));
    Optional<Refusal> refused = CloopenRules.refusal(account, message, phones, mostNumbers.get());
    if (refused.isPresent()) {
      return wire.refusal(refused.get().code(), refused.get().message());
    }
    String text = account.templates.get(message.get("templateId")).filled(message.datas());
    LocalDate today = clock().instant().atZone(ZONE).toLocalDate();
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
