package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No value that an owner may enter by mistake is a failure of the shop: each is refused beside its field. */
class WrongSettingsST {

  private static final Pattern ROW =
      Pattern.compile("class=\"form-row form-row-([a-z_]+)[ \"](.*?)class=\"row-error\"", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?:<input|<textarea)[^>]* name=\"([^\"]+)\"");
  private static final Pattern MOST = Pattern.compile("maxlength=\"([0-9]+)\"");
  private static final String LONG = "x";

  private static ShopUnderTest shop;
  private static HttpVisitor owner;

  private record Field(String page, String type, String name, int most, boolean must) {

    List<String> wrong() {
      List<String> values = new ArrayList<>(switch (type) {
        case "number" -> List.of("x", "", "-999999999", "999999999999999999", "9".repeat(40), "1.5");
        case "switch" -> List.of("maybe", "", "TRUE");
        case "choice" -> List.of("zzz");
        case "url" -> List.of("abc", "not-a-url", "ftp://x", "http://a b", "http://x:70000", "https://x/../y", "http://");
        case "sms_text" -> List.of("", "【店】{$verify_code}", "{$nothing}", LONG.repeat(most + 1));
        default -> List.of(LONG.repeat(most + 1));
      });
      if (must) {
        values.add("");
      }
      return values;
    }
  }

  @BeforeAll
  static void logIn() {
    shop = ShopUnderTest.get();
    owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
  }

  /** The host's and all plugins', as their pages show them: a new group is walked over by itself. */
  @TestFactory
  Stream<DynamicTest> everyFieldOfEveryGroupRefusesWrongValuesBesideItself() {
    List<String> pages = pages();
    assertThat(pages).contains("/admin/settings/shop", "/admin/settings/duanxintong", "/admin/captcha");
    assertThat(pages).contains(Stream.of("chuangxin", "cloopen", "ihuyi", "mandao", "office2", "upstream", "zkeys")
        .map(channel -> "/admin/sms/channels/" + channel).toArray(String[]::new));
    return pages.stream().map(page -> DynamicTest.dynamicTest(page, () -> {
      List<Field> fields = fields(page);
      assertThat(fields).isNotEmpty();
      List<String> faults = new ArrayList<>();
      fields.forEach(field -> field.wrong().forEach(value -> faults.addAll(faults(field, value))));
      assertThat(faults).isEmpty();
    }));
  }

  private static List<String> pages() {
    Set<String> pages = new TreeSet<>(links("/admin/settings/shop", "/admin/settings/[a-z0-9.-]+"));
    pages.addAll(links("/admin/sms/channels", "/admin/sms/channels/[a-z0-9.-]+"));
    pages.addAll(List.of("/admin/captcha", "/admin/limits"));
    return List.copyOf(pages);
  }

  private static List<String> links(String page, String pattern) {
    return Pattern.compile("href=\"(" + pattern + ")\"").matcher(owner.get(page).body()).results()
        .map(link -> link.group(1)).toList();
  }

  private static List<Field> fields(String page) {
    List<Field> fields = new ArrayList<>();
    Matcher rows = ROW.matcher(owner.get(page).body());
    while (rows.find()) {
      Matcher name = NAME.matcher(rows.group(2));
      Matcher most = MOST.matcher(rows.group(2));
      if (name.find()) {
        fields.add(new Field(page, rows.group(1), name.group(1), most.find() ? Integer.parseInt(most.group(1)) : 0,
            rows.group(2).contains("class=\"must\"")));
      }
    }
    return fields;
  }

  private static List<String> faults(Field field, String value) {
    HttpResponse<String> answer = owner.post(field.page(), Map.of(field.name(), value));
    String said = field.name() + "=" + (value.length() > 60 ? value.length() + " characters" : value);
    if (answer.statusCode() != 422) {
      return List.of(said + " gave " + answer.statusCode());
    }
    return error(answer, field.name()).isBlank() ? List.of(said + " has no error beside it") : List.of();
  }

  private static String error(HttpResponse<String> answer, String key) {
    Matcher beside = Pattern.compile("id=\"" + key.replace('.', '-') + "-error\" role=\"alert\">([^<]+)<")
        .matcher(answer.body());
    return beside.find() ? beside.group(1) : "";
  }

  @Test
  void everythingElseThatWasEnteredIsKept() {
    HttpResponse<String> answer = owner.post("/admin/settings/duanxintong", Map.of("chanyoo.address", "not-a-url",
        "sms.signature", "还没保存", "duanxintong.code-minutes", "17", "chanyoo.auth", "appcode"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"not-a-url\"", "value=\"还没保存\"", "value=\"17\"",
        "value=\"appcode\" checked");
    assertThat(owner.get("/admin/settings/duanxintong").body()).doesNotContain("还没保存");
  }

  /** One after the other they would cost the owner a round each. */
  @Test
  void wrongValuesAndContradictionsOfOtherGroupsAreToldAtOnce() {
    HttpResponse<String> answer = owner.post("/admin/settings/duanxintong",
        Map.of("chanyoo.read-timeout", "x", "duanxintong.register-text", "验证码{$verify_code}"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(error(answer, "chanyoo.read-timeout")).contains("整数");
    assertThat(error(answer, "duanxintong.register-text")).contains("minutes");
  }

  @Test
  void theLongestWaitOfAChannelFitsIntoTheWaitForAnOutcome() {
    Map<String, String> slow = new LinkedHashMap<>(Map.of("ihuyi.connect-timeout", "5", "ihuyi.read-timeout", "21"));
    HttpResponse<String> channel = owner.post("/admin/sms/channels/ihuyi", slow);
    assertThat(channel.statusCode()).isEqualTo(422);
    assertThat(error(channel, "ihuyi.read-timeout")).contains("31", "60");

    slow.put("ihuyi.read-timeout", "20");
    assertThat(owner.post("/admin/sms/channels/ihuyi", slow).statusCode()).isEqualTo(303);
    HttpResponse<String> shared = owner.post("/admin/settings/duanxintong", Map.of("sms.stuck-after", "59"));
    assertThat(shared.statusCode()).isEqualTo(422);
    assertThat(error(shared, "sms.stuck-after")).contains("ihuyi", "30", "60");

    assertThat(owner.post("/admin/sms/channels/ihuyi",
        Map.of("ihuyi.connect-timeout", "3", "ihuyi.read-timeout", "5")).statusCode()).isEqualTo(303);
  }

  @Test
  void theTextOfACodeHasTheMinutesAndContradictsThemNot() {
    for (String wrong : List.of("码 {$verify_code}", "码 {$verify_code}，三分钟，{$minutes}分钟",
        "码 {$verify_code}，半小时，{$minutes}分钟", "【店铺】码 {$verify_code}，{$minutes}分钟")) {
      HttpResponse<String> answer = owner.post("/admin/settings/duanxintong", Map.of("duanxintong.register-text", wrong));
      assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
      assertThat(error(answer, "duanxintong.register-text")).as(wrong).isNotBlank();
    }
  }

  @Test
  void aSignatureAndAPathHaveNoOddCharacters() {
    for (Map.Entry<String, String> wrong : Map.of("sms.signature", "a<b>", "chanyoo.path", "/a/../b").entrySet()) {
      HttpResponse<String> answer = owner.post("/admin/settings/duanxintong", Map.of(wrong.getKey(), wrong.getValue()));
      assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(422);
      assertThat(error(answer, wrong.getKey())).as(wrong.getKey()).isNotBlank();
    }
  }
}
