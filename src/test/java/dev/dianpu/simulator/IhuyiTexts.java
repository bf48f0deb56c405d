package dev.dianpu.simulator;

import dev.dianpu.simulator.IhuyiTemplateBook.Template;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the simulated 互亿无线 takes as the text of an SMS: characters, signature, template (document 004, 1.5, 1.6, 2.5).
 */
final class IhuyiTexts {

  /** What the gateway signs with when a text has no signature. */
  static final String SIGNATURE = "互亿无线";
  /** Invented: the document names no word that is sensitive. */
  static final String SENSITIVE = "赌博";

  private static final Pattern SIGNED = Pattern.compile("(?s)(?:【([^【】]+)】(.*)|(.*)【([^【】]+)】)");
  private static final Pattern EMOJI = Pattern.compile("[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{FE0F}]");
  private static final Pattern UNPAID = Pattern.compile("您的验证码是：.{1,8}。请不要把验证码泄露给其他人。");
  private static final List<String> NO_SIGNATURES = List.of("】【", "【】");
  private static final int LONGEST_VARIABLE = 8;

  /** Whether the account has not paid yet. */
  final AtomicBoolean unpaid = new AtomicBoolean();
  /** Whether whole texts must be those of approved templates. */
  final AtomicBoolean strict = new AtomicBoolean();
  final IhuyiTemplateBook templates = new IhuyiTemplateBook();

  /** The SMS that a phone gets, or the code of a refusal. */
  record Checked(OptionalInt code, String text) {

    static Checked refused(int code) {
      return new Checked(OptionalInt.of(code), "");
    }

    static Checked fine(String text) {
      return new Checked(OptionalInt.empty(), text);
    }
  }

  void forget() {
    unpaid.set(false);
    strict.set(false);
    templates.forget();
  }

  /** A whole text. */
  Checked whole(String content) {
    if (EMOJI.matcher(content).find()) {
      return Checked.refused(4074);
    }
    if (content.contains(SENSITIVE)) {
      return Checked.refused(407);
    }
    Matcher signed = SIGNED.matcher(content);
    if (signed.matches()) {
      boolean leading = signed.group(1) != null;
      return filed(content, signed.group(leading ? 1 : 4), signed.group(leading ? 2 : 3));
    }
    return NO_SIGNATURES.stream().anyMatch(content::contains)
        ? Checked.refused(4070) : filed("【" + SIGNATURE + "】" + content, SIGNATURE, content);
  }

  private Checked filed(String text, String signature, String bare) {
    if (unpaid.get() && !signature.equals(SIGNATURE)) {
      return Checked.refused(4075);
    }
    boolean covered = unpaid.get() ? UNPAID.matcher(bare).matches() : !strict.get() || templates.covers(text, bare);
    return covered ? Checked.fine(text) : Checked.refused(4072);
  }

  /** The values for a template, joined by vertical bars. */
  Checked filled(String template, String content) {
    Optional<Template> found = templates.find(template).filter(Template::approved);
    if (found.isEmpty()) {
      return Checked.refused(4071);
    }
    String[] values = content.split("\\|", -1);
    for (String value : values) {
      if (value.length() > LONGEST_VARIABLE) {
        return Checked.refused(40722);
      }
      if (value.contains(SENSITIVE)) {
        return Checked.refused(4077);
      }
    }
    return IhuyiTemplateBook.filled(found.get().wording(), values)
        .map(text -> Checked.fine("【" + SIGNATURE + "】" + text)).orElse(Checked.refused(4072));
  }
}
