package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the gateway answers in {@code statusCode} when it does not do what it was asked. The table is not in document
 * 002; it is put together from those that others keep. By the document a code other than 000000 means that nothing was
 * sent and that the sender may send again; only {@link #REPEATED_REQUEST} leaves it open.
 */
enum CloopenStatus {
  UNKNOWN_ERROR(Cause.UNAVAILABLE, "111000"),
  INTERNAL(Cause.UNAVAILABLE, "111001-111099"),
  WRONG_SIGNATURE(Cause.CREDENTIALS, "111109"),
  NO_ACCOUNT(Cause.CREDENTIALS, "111141"),
  NO_APP(Cause.CREDENTIALS, "111181"),
  NUMBER_EMPTY(Cause.UNAVAILABLE, "112300", "112306", "160044"),
  BODY_EMPTY(Cause.UNAVAILABLE, "112301"),
  BULK_PAUSED(Cause.UNAVAILABLE, "112302"),
  APP_WITHOUT_SMS(Cause.NOT_CONFIGURED, "112303"),
  WRONG_ENCODING(Cause.UNAVAILABLE, "112304", "112309"),
  APP_NOT_RELEASED(Cause.NOT_CONFIGURED, "112305", "112310"),
  TEMPLATE_ID_EMPTY(Cause.TEMPLATE, "112307"),
  DATA_EMPTY(Cause.TEMPLATE, "112308"),
  NO_TEMPLATE(Cause.TEMPLATE, "112311"),
  EXTENSION_NOT_SET_UP(Cause.NOT_CONFIGURED, "112312"),
  NO_MATCHING_TEMPLATE(Cause.TEMPLATE, "112313"),
  DAILY_LIMIT(Cause.THROTTLED, "112314"),
  TEMPLATE_ID_TOO_LONG(Cause.TEMPLATE, "112315"),
  NUMBERS_MALFORMED(Cause.UNAVAILABLE, "112316"),
  BLACKLISTED(Cause.NUMBER, "112317", "160034"),
  TEMPLATE_ID_NOT_NUMERIC(Cause.TEMPLATE, "112318", "160057"),
  NUMBER_TOO_LONG(Cause.NUMBER, "112319"),
  CALLBACK_MISSING(Cause.NOT_CONFIGURED, "112320"),
  CALLBACK_OFF(Cause.NOT_CONFIGURED, "112321"),
  TEMPLATE_NOT_APPROVED(Cause.TEMPLATE, "112323"),
  DATE_EMPTY(Cause.UNAVAILABLE, "112324"),
  MESSAGE_ID_EMPTY(Cause.UNAVAILABLE, "112325"),
  SEND_FAILED(Cause.UNAVAILABLE, "112326", "160050", "160063", "160064"),
  ILLEGAL_DATE(Cause.UNAVAILABLE, "112327"),
  ILLEGAL_NUMBER(Cause.NUMBER, "112328"),
  WRONG_COUNT(Cause.UNAVAILABLE, "112329"),
  COUNT_TOO_BIG(Cause.UNAVAILABLE, "112330"),
  PRODUCT_TYPE_EMPTY(Cause.TEMPLATE, "112341"),
  PRODUCT_TYPE_UNSUPPORTED(Cause.TEMPLATE, "112342"),
  TITLE_EMPTY(Cause.TEMPLATE, "112343"),
  SIGNATURE_EMPTY(Cause.TEMPLATE, "112344"),
  WORDING_EMPTY(Cause.TEMPLATE, "112345"),
  SIGNATURE_OVER_3_UNDER_8(Cause.TEMPLATE, "112346"),
  SIGNATURE_NOT_CHINESE(Cause.TEMPLATE, "112347"),
  PRODUCT_ADDRESS_EMPTY(Cause.TEMPLATE, "112348"),
  COMPANY_NOT_VERIFIED(Cause.NOT_CONFIGURED, "112349"),
  RECHARGE_THRESHOLD(Cause.QUOTA, "112350"),
  STATE_MISSING(Cause.UNAVAILABLE, "112351"),
  EXPIRED(Cause.UNAVAILABLE, "112352"),
  APP_OF_ANOTHER(Cause.CREDENTIALS, "112353"),
  TOO_MANY_AT_ONCE(Cause.THROTTLED, "112354"),
  NO_RECEIPT_YET(Cause.UNAVAILABLE, "112356"),
  SIGNATURE_2_TO_16(Cause.TEMPLATE, "112357"),
  TEST_TEMPLATE_ONLY(Cause.TEMPLATE, "113302"),
  SYSTEM_ERROR(Cause.UNAVAILABLE, "160000"),
  ROUTE_BUSY(Cause.UNAVAILABLE, "160001-160010"),
  BLOCKED_WORD(Cause.TEXT, "160011", "160018", "160033"),
  ROUTE_AUTHENTICATION(Cause.UNAVAILABLE, "160012"),
  NUMBER_UNSUPPORTED(Cause.NUMBER, "160013"),
  BALANCE(Cause.QUOTA, "160014"),
  NUMBER_LIMIT(Cause.THROTTLED, "160015"),
  TOO_FAST(Cause.THROTTLED, "160016"),
  OVER_100_NUMBERS(Cause.UNAVAILABLE, "160017"),
  SIGNATURE_INVALID(Cause.TEMPLATE, "160019"),
  TEXT_TOO_LONG(Cause.TEXT, "160020", "160037"),
  SAME_TODAY(Cause.SAME_CONTENT, "160021"),
  NUMBER_DAILY_LIMIT(Cause.THROTTLED, "160022"),
  REQUEST_UNREADABLE(Cause.UNAVAILABLE, "160031"),
  TEMPLATE_INVALID(Cause.TEMPLATE, "160032"),
  TEXT_EMPTY(Cause.TEXT, "160035"),
  KIND_UNKNOWN(Cause.UNAVAILABLE, "160036"),
  CODE_TOO_FREQUENT(Cause.THROTTLED, "160038"),
  TEMPLATE_DAILY_LIMIT(Cause.THROTTLED, "160039"),
  CODE_DAILY_LIMIT(Cause.THROTTLED, "160040"),
  NOTICE_DAILY_LIMIT(Cause.THROTTLED, "160041"),
  NUMBER_MALFORMED(Cause.NUMBER, "160042"),
  TEMPLATE_OF_ANOTHER_APP(Cause.TEMPLATE, "160043"),
  DUPLICATE_NUMBERS(Cause.UNAVAILABLE, "160045"),
  MARKETING_NOT_APPROVED(Cause.TEMPLATE, "160046"),
  REPORT_QUERY_UNREADABLE(Cause.UNAVAILABLE, "160047"),
  OVER_200_NUMBERS(Cause.UNAVAILABLE, "160048"),
  SENSITIVE(Cause.TEXT, "160049"),
  OPTED_OUT(Cause.NUMBER, "160051"),
  VARIABLE_FORMAT(Cause.TEXT, "160052"),
  ADDRESS_NOT_REGISTERED(Cause.CREDENTIALS, "160053"),
  REPEATED_REQUEST("160054"),
  REQUEST_ID_TOO_LONG(Cause.UNAVAILABLE, "160055"),
  SAME_REPEATED(Cause.SAME_CONTENT, "160056"),
  ABROAD_NOT_PERMITTED(Cause.NOT_CONFIGURED, "160058"),
  ABROAD_NO_BULK(Cause.UNAVAILABLE, "160059"),
  ABROAD_NO_MARKETING(Cause.TEMPLATE, "160060"),
  COUNTRY_UNSUPPORTED(Cause.NUMBER, "160061"),
  ABROAD_NOT_OPENED(Cause.NOT_CONFIGURED, "160062"),
  EXTENSION_WRONG(Cause.NOT_CONFIGURED, "160065"),
  PLATFORM(Cause.UNAVAILABLE, "161000-161100"),
  AUTHORIZATION_EMPTY(Cause.CREDENTIALS, "161101"),
  AUTHORIZATION_BASE64(Cause.CREDENTIALS, "161102"),
  AUTHORIZATION_FORMAT(Cause.CREDENTIALS, "161103"),
  TOKEN(Cause.CREDENTIALS, "161104"),
  TIMESTAMP_EMPTY(Cause.UNAVAILABLE, "161105"),
  TIMESTAMP_EXPIRED(Cause.UNAVAILABLE, "161106"),
  TIMESTAMP_WRONG(Cause.UNAVAILABLE, "161107"),
  TIMESTAMP_FORMAT(Cause.UNAVAILABLE, "161108"),
  MADE_BY_A_CLIENT(Cause.UNAVAILABLE, "172001", "172003-172007", "172012", "172013");

  private static final Map<String, CloopenStatus> BY_CODE = new HashMap<>();

  static {
    for (CloopenStatus status : values()) {
      status.codes.forEach(code -> BY_CODE.put(code, status));
    }
  }

  private final Optional<Cause> cause;
  private final List<String> codes;

  CloopenStatus(Cause cause, String... codes) {
    this.cause = Optional.of(cause);
    this.codes = expanded(codes);
  }

  CloopenStatus(String code) {
    this.cause = Optional.empty();
    this.codes = List.of(code);
  }

  private static List<String> expanded(String... codes) {
    return Arrays.stream(codes).flatMapToInt(code -> {
      String[] ends = code.split("-");
      return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
    }).mapToObj(Integer::toString).toList();
  }

  /** The meaning of a code; empty for one that is in no table. */
  static Optional<CloopenStatus> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Why nothing was sent; empty when something may have been. */
  Optional<Cause> cause() {
    return cause;
  }

  /** Last part of the key of its texts. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
