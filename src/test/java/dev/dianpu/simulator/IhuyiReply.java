package dev.dianpu.simulator;

/**
 * An answer of the simulated 互亿无线, in XML or JSON; independent clients choke on indented XML, so there is none.
 *
 * @param root of the XML
 * @param format {@code json}, else XML
 */
record IhuyiReply(String root, String format) {

  /** A refusal: the member beside code and words is 0; an empty name for none. */
  WireAnswer refused(int code, String name) {
    return said(code, words(code), name, "0");
  }

  /** An answer with one member beside code and words; an empty name for none. */
  WireAnswer said(int code, String message, String name, String value) {
    if (format.equals("json")) {
      String member = name.isEmpty() ? "" : ",\"" + name + "\":\"" + value + "\"";
      return WireAnswer.json(200, "{\"code\":" + code + ",\"msg\":\"" + message + "\"" + member + "}");
    }
    String element = name.isEmpty() ? "" : "<" + name + ">" + value + "</" + name + ">\n";
    return WireAnswer.xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<" + root + " xmlns=\"106.ihuyi.com\">\n<code>"
        + code + "</code>\n<msg>" + message + "</msg>\n" + element + "</" + root + ">\n");
  }

  private static String words(int code) {
    return switch (code) {
      case 405 -> "用户名或密码不正确";
      case 4051 -> "剩余条数不足";
      case 4072 -> "提交的短信内容与审核通过的模板内容不匹配";
      default -> "错误" + code;
    };
  }
}
