package dev.dianpu.plugins.duanxintong;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long a code is good, as an owner wrote it into the text: {@code 5分钟}, {@code 三分钟}, {@code 半小时}.
 *
 * @param words as they stand in the text
 * @param minutes what they mean
 */
record WrittenMinutes(String words, long minutes) {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern WRITTEN = Pattern.compile(
      "(?<number>[0-9]{1,6}|[一二两三四五六七八九十]{1,3})\\s*个?(?<half>半)?(?:(?<hour>小时|小時|钟头|hours?)|分钟|分鐘|minutes?)"
          + "|半个?(?:小时|小時|钟头)|half an hour|(?<quarters>[一二两三])刻钟",
      Pattern.CASE_INSENSITIVE);

  /** Every length of time in a text. */
  static List<WrittenMinutes> in(String text) {
    return WRITTEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).results()
        .map(found -> new WrittenMinutes(found.group(), minutes(found))).toList();
  }

  private static long minutes(MatchResult found) {
    if (found.group(4) != null) {
      return number(found.group(4)) * 15;
    }
    if (found.group(1) == null) {
      return 30;
    }
    long half = found.group(2) == null ? 0 : 1;
    return found.group(3) == null ? number(found.group(1)) : number(found.group(1)) * 60 + half * 30;
  }

  /** Arabic, or Chinese up to 99. */
  private static long number(String written) {
    if (written.matches("[0-9]+")) {
      return Long.parseLong(written);
    }
    String plain = written.replace('两', '二');
    int ten = plain.indexOf('十');
    if (ten < 0) {
      return plain.codePoints().mapToLong(DIGITS::indexOf).reduce(0, (sum, digit) -> sum * 10 + digit);
    }
    long tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(ten - 1));
    return tens * 10 + (ten + 1 < plain.length() ? DIGITS.indexOf(plain.charAt(ten + 1)) : 0);
  }
}
