package dev.dianpu.simulator;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * mandao: {@code mdsmssend}, {@code mdgxsend}, {@code mdgetSninfo}, {@code balance} and {@code GetBalance}, by form
 * below {@code /webservice.asmx}, by {@code .ashx} and by SOAP 1.1, whose bytes it reads by the header and not by the
 * prolog.
 *
 * <p>Known: names, the password's digest, the codes, one line of answer. Not known and invented here: the order of the
 * checks; that 1000 characters are too long (-10); that the balance is a bare number; that a receipt's fields other
 * than phone, id and state are a number, the serial number and a time; that receipts come as a form post.
 *
 * <p>Controls: {@code quota?remaining=}; {@code content?encoding=plain} or {@code url} – how it reads a content;
 * {@code register?only=other} – takes requests from registered addresses only, which this one is not (-22), empty
 * lifts it; {@code push?url=&mobile=&rrid=&status=DELIVRD} – pushes a receipt.
 */
public final class MandaoSimulator extends SimulatedGateway {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "mandao";
  /** The serial number that the development run and the tests use. */
  public static final String SN = "SDK-DEM-010-00001";
  /** The password of {@link #SN}. */
  public static final String PASSWORD = "dianpu-demo-mandao";

  private static final long PLENTY = 1_000_000_000L;
  private static final int MOST_NUMBERS = 10_000;
  private static final int LONGEST = 1000;
  private static final Pattern PATH = Pattern.compile("/webservice\\.asmx(?:/(\\w+))?|/(\\w+)\\.ashx");
  private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final Set<String> BALANCES = Set.of("mdgetSninfo", "balance", "GetBalance");

  private final AtomicLong quota = new AtomicLong(PLENTY);
  private final AtomicLong next = new AtomicLong(700_000_000_000L);
  private final AtomicReference<String> encoding = new AtomicReference<>("url");
  private final AtomicReference<String> registered = new AtomicReference<>("");
  private final AtomicLong pushed = new AtomicLong();
  private final PushClient client = new PushClient();
  private final Set<String> recent = ConcurrentHashMap.newKeySet();

  MandaoSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  /** How many SMS are left of what was bought. */
  public void quota(long remaining) {
    quota.set(remaining);
  }

  /** How contents are read: {@code url} or {@code plain}. */
  public void encoding(String how) {
    encoding.set(how);
  }

  /** From which address alone requests are taken; empty for any. */
  public void registered(String address) {
    registered.set(address);
  }

  /** How many pushes the shop answered with {@code 0}. */
  public long pushed() {
    return pushed.get();
  }

  /** Pushes a receipt to the shop. */
  public void push(String url, String mobile, String rrid, String status) {
    pushed.addAndGet(client.push(url,
        Map.of("args", "1," + SN + "," + mobile + "," + rrid + "," + status + ",2026-11-25 12:00:00;"), "0", 1));
  }

  @Override
  void forget() {
    quota.set(PLENTY);
    encoding.set("url");
    registered.set("");
    pushed.set(0);
    recent.clear();
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "quota" -> quota(Controls.number(request, "remaining", 0));
      case "content" -> encoding(request.parameter("encoding"));
      case "register" -> registered(request.parameter("only"));
      case "push" -> push(request.parameter("url"), request.parameter("mobile"), request.parameter("rrid"),
          request.parameter("status").isEmpty() ? "DELIVRD" : request.parameter("status"));
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  String more() {
    return ",\"quota\":" + quota + ",\"pushed\":" + pushed;
  }

  @Override
  boolean serves(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  WireAnswer errorInside() {
    return string("-4");
  }

  @Override
  WireAnswer take(WireRequest request) {
    var path = PATH.matcher(request.path());
    if (!request.method().equals("POST") || !path.matches()) {
      return WireAnswer.text(405, "");
    }
    if (path.group(2) != null) {
      return WireAnswer.text(200, answer(path.group(2), form(request)));
    }
    return path.group(1) != null ? string(answer(path.group(1), form(request))) : soap(request);
  }

  private WireAnswer soap(WireRequest request) {
    return MandaoSoap.read(request, charset(request))
        .map(call -> call.answer(answer(call.operation(), call.parameters())))
        .orElseGet(MandaoSoap::fault);
  }

  /** Whoever says gb2312 means GBK. */
  private static Charset charset(WireRequest request) {
    String type = request.header("Content-Type").toLowerCase(Locale.ROOT);
    return type.contains("gb") ? Charset.forName("GBK") : StandardCharsets.UTF_8;
  }

  private static Map<String, String> form(WireRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    request.form(charset(request)).forEach((name, values) -> parameters.put(name, values.get(0)));
    return parameters;
  }

  private String answer(String operation, Map<String, String> parameters) {
    String unknown = unknown(parameters.getOrDefault("sn", ""), parameters.getOrDefault("pwd", ""));
    if (!unknown.isEmpty()) {
      return unknown;
    }
    if (BALANCES.contains(operation)) {
      return Long.toString(quota.get());
    }
    return operation.equals("mdsmssend") || operation.equals("mdgxsend") ? send(operation, parameters) : "-7";
  }

  private String unknown(String sn, String pwd) {
    if (sn.isEmpty()) {
      return "-601";
    }
    if (!sn.matches("[A-Z]{3}-[A-Z0-9]{3}-[0-9]{3}-[0-9]{5}")) {
      return "-602";
    }
    if (pwd.isEmpty()) {
      return "-603";
    }
    if (!sn.equals(SN) || !pwd.equals(SimulatorDigests.md5(SN + PASSWORD).toUpperCase(Locale.ROOT))) {
      return "-2";
    }
    return registered.get().isEmpty() || registered.get().equals("127.0.0.1") ? "" : "-22";
  }

  private String send(String operation, Map<String, String> parameters) {
    String malformed = malformed(parameters);
    if (!malformed.isEmpty()) {
      return malformed;
    }
    List<String> phones = List.of(parameters.get("mobile").split(","));
    List<String> contents = operation.equals("mdgxsend")
        ? List.of(parameters.get("content").split(",", -1)) : List.of(parameters.get("content"));
    if (operation.equals("mdgxsend") && contents.size() != phones.size()) {
      return "-623";
    }
    if (phones.size() > MOST_NUMBERS || !phones.stream().allMatch(phone -> MOBILE.matcher(phone).matches())) {
      return "-6";
    }
    List<String> texts = contents.stream().map(this::text).toList();
    if (texts.stream().anyMatch(text -> text.length() > LONGEST)) {
      return "-10";
    }
    if (phones.size() == 1 && !recent.add(phones.get(0) + texts.get(0))) {
      return "-20";
    }
    if (quota.addAndGet(-phones.size()) < 0) {
      quota.addAndGet(phones.size());
      return "-4";
    }
    String rrid = parameters.getOrDefault("rrid", "");
    return deliver(phones, texts, rrid.isEmpty() ? Long.toString(next.incrementAndGet()) : rrid);
  }

  private String deliver(List<String> phones, List<String> texts, String rrid) {
    for (int i = 0; i < phones.size(); i++) {
      deliver(phones.get(i), texts.get(Math.min(i, texts.size() - 1)));
    }
    return rrid;
  }

  private static String malformed(Map<String, String> parameters) {
    String ext = parameters.getOrDefault("ext", "");
    String rrid = parameters.getOrDefault("rrid", "");
    String stime = parameters.getOrDefault("stime", "");
    if (parameters.getOrDefault("mobile", "").isEmpty()) {
      return "-604";
    }
    if (parameters.getOrDefault("content", "").isEmpty()) {
      return "-605";
    }
    if (!ext.matches("[0-9]*")) {
      return "-607";
    }
    if (ext.length() > 9) {
      return "-606";
    }
    if (!stime.isEmpty() && !stime.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")) {
      return "-608";
    }
    if (!rrid.matches("[0-9]*")) {
      return "-610";
    }
    return rrid.length() > 18 ? "-609" : "";
  }

  private String text(String content) {
    return encoding.get().equals("url") ? URLDecoder.decode(content, StandardCharsets.UTF_8) : content;
  }

  private static WireAnswer string(String result) {
    return WireAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<string xmlns=\"http://entinfo.cn/\">" + result
        + "</string>");
  }
}
