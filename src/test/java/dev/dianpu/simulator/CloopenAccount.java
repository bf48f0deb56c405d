package dev.dianpu.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer of the simulated cloopen. Its methods are called with its lock held. */
final class CloopenAccount {

  /** The template that everybody has. */
  static final String TRIAL = "1";

  private static final int KEPT = 20_000;
  private static final Pattern PLACE = Pattern.compile("\\{([0-9]{1,2})}");

  final String sid;
  final String token;
  final String appId;
  final Map<String, Template> templates = new LinkedHashMap<>();
  final Set<String> testNumbers = new HashSet<>();
  final Deque<Report> receipts = new ArrayDeque<>();
  final Deque<Report> replies = new ArrayDeque<>();
  boolean paid = true;
  BigDecimal balance = new BigDecimal("1000000.00");

  private final Set<String> requests = new HashSet<>();
  private final Set<String> sent = new HashSet<>();
  private LocalDate day = LocalDate.EPOCH;
  private int nextTemplate = 1001;

  CloopenAccount(String sid, String token, String appId) {
    this.sid = sid;
    this.token = token;
    this.appId = appId;
    templates.put(TRIAL, new Template(TRIAL, "测试模板", "云通讯",
        "您使用的是云通讯短信模板，您的验证码是{1}，请于{2}分钟内正确输入", 1));
  }

  /**
   * A filed text.
   *
   * @param status 0 pending, 1 approved, 2 rejected, -1 deleted
   */
  record Template(String id, String title, String signature, String content, int status) {
    Template with(int changed) {
      return new Template(id, title, signature, content, changed);
    }

    /** How many values it wants: the highest of its places. */
    int places() {
      return PLACE.matcher(content).results().mapToInt(place -> Integer.parseInt(place.group(1))).max().orElse(0);
    }

    /** Signature and content, each place filled once: what a value holds is not looked at again. */
    String filled(List<String> values) {
      StringBuilder text = new StringBuilder("【" + signature + "】");
      Matcher places = PLACE.matcher(content);
      while (places.find()) {
        int place = Integer.parseInt(places.group(1));
        String value = place >= 1 && place <= values.size() ? values.get(place - 1) : places.group();
        places.appendReplacement(text, Matcher.quoteReplacement(value));
      }
      return places.appendTail(text).toString();
    }
  }

  /**
   * What is handed out by GetArrived, or pushed.
   *
   * @param content the id of the SMS, or what the person wrote
   */
  record Report(String type, String content, String phone, boolean delivered, String requestId, String at) {}

  Template file(String title, String signature, String content, int status) {
    Template template = new Template(Integer.toString(nextTemplate++), title, signature, content, status);
    templates.put(template.id(), template);
    return template;
  }

  /** Whether a request id was used before on this day; remembers it. */
  boolean repeated(String requestId, LocalDate today) {
    startDay(today);
    return !requestId.isEmpty() && !requests.add(requestId);
  }

  /** Whether a text went to a phone before on this day; remembers it. */
  boolean sentBefore(String phone, String text, LocalDate today) {
    startDay(today);
    return !sent.add(phone + ' ' + text);
  }

  private void startDay(LocalDate today) {
    if (!today.equals(day) || requests.size() > KEPT || sent.size() > KEPT) {
      requests.clear();
      sent.clear();
      day = today;
    }
  }

  void report(Report report) {
    Deque<Report> kept = of(report.type());
    kept.addLast(report);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
  }

  /** Takes away what is handed out. */
  List<Report> take(String type, int most) {
    List<Report> taken = new ArrayList<>();
    while (taken.size() < most && !of(type).isEmpty()) {
      taken.add(of(type).removeFirst());
    }
    return taken;
  }

  private Deque<Report> of(String type) {
    return type.equals("0") ? replies : receipts;
  }
}
