package dev.dianpu.simulator;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The phones as pages that renew themselves. */
final class InboxPages {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final String STYLE = """
      *{box-sizing:border-box}body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
      sans-serif;color:#1c2430;background:#eef1f5}main{max-width:640px;margin:0 auto;padding:24px 16px 64px}
      h1{font-size:22px;margin:0 0 4px}p.note{margin:0 0 20px;color:#5b6675;font-size:14px}a{color:#0b61c4;
      text-decoration:none}a:hover{text-decoration:underline}ol{list-style:none;margin:0;padding:0}
      li{background:#fff;border-radius:4px 16px 16px 16px;padding:12px 16px;margin:0 0 14px;
      box-shadow:0 1px 2px rgba(20,30,50,.12)}li header{display:flex;flex-wrap:wrap;gap:4px 12px;font-size:13px;
      color:#5b6675}li p{margin:6px 0 0;overflow-wrap:anywhere;white-space:pre-wrap}b.code{background:#fff3cd;
      border-radius:4px;padding:0 4px;font-variant-numeric:tabular-nums;letter-spacing:.06em}
      table{width:100%;border-collapse:collapse;background:#fff;border-radius:12px;margin:0 0 20px;font-size:14px}
      th,td{text-align:left;padding:6px 12px;border-top:1px solid #eef1f5}
      .empty{background:#fff;border-radius:12px;padding:40px 16px;text-align:center;color:#5b6675}
      """;

  private InboxPages() {}

  static String inbox(String phone, List<SimulatedSms> messages) {
    String title = phone + " 的收件箱";
    return page(title, """
        <h1>%s</h1>
        <p class="note">模拟手机，最新的在最上面，每 3 秒自动刷新。<a href="/">全部短信</a> · <a href="/phone/%s.json">JSON</a></p>
        %s""".formatted(title, phone, list(messages, false)));
  }

  static String index(List<SimulatedSms> latest, Map<Integer, SimulatedGateway> gateways) {
    String rows = gateways.entrySet().stream().map(entry -> """
        <tr><th>%s</th><td><code>http://127.0.0.1:%d</code></td><td>收到请求 %d 次</td><td>发出短信 %d 条</td></tr>
        """.formatted(entry.getValue().name(), entry.getKey(), entry.getValue().arrivals(), entry.getValue().sent()))
        .collect(Collectors.joining());
    return page("模拟短信网关", """
        <h1>模拟短信网关</h1>
        <p class="note">这里没有真的发出任何短信。每 3 秒自动刷新。</p>
        <table>%s</table>
        %s""".formatted(rows, list(latest, true)));
  }

  private static String list(List<SimulatedSms> messages, boolean linked) {
    if (messages.isEmpty()) {
      return "<div class=\"empty\">还没有短信。发送验证码后会出现在这里。</div>";
    }
    return messages.stream().map(sms -> item(sms, linked)).collect(Collectors.joining("\n", "<ol>\n", "\n</ol>"));
  }

  private static String item(SimulatedSms sms, boolean linked) {
    String phone = escape(sms.to());
    String to = linked ? "<a href=\"/phone/" + phone + "\">" + phone + "</a>" : phone;
    return "<li><header><span>" + to + "</span><time>" + TIME.format(sms.at()) + "</time><span>"
        + escape(sms.channel()) + "</span></header><p>" + marked(escape(sms.text())) + "</p></li>";
  }

  /** What looks like a code stands out: digits of a code's length that are no part of a longer number. */
  private static String marked(String text) {
    return text.replaceAll("(?<![0-9&#])([0-9]{4,8})(?![0-9])", "<b class=\"code\">$1</b>");
  }

  private static String page(String title, String body) {
    return """
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta http-equiv="refresh" content="3">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title><style>%s</style></head><body><main>
        %s
        </main></body></html>
        """.formatted(title, STYLE, body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
