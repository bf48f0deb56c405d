package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import java.util.Locale;

/** What a person who asked for a code is told. */
public sealed interface CodeAnswer {

  /**
   * The gateway took the SMS, or may have taken it; or the mail server took the mail.
   *
   * @param id the verification's opaque name
   * @param resendAfter seconds until another one may be asked for
   * @param validFor seconds for which the code is good
   * @param certain false when the gateway did not answer: the SMS may come or not
   */
  record Sent(String id, long resendAfter, long validFor, boolean certain) implements CodeAnswer {}

  /**
   * No code was sent.
   *
   * @param reason why
   * @param retryAfter seconds until a new try makes sense; 0 where waiting does not help
   */
  record Refused(Reason reason, long retryAfter) implements CodeAnswer {

    /** Why, and when to come back. */
    public String words(Messages messages, Locale locale) {
      return words(messages, locale, "registration.");
    }

    /**
     * The same in other words.
     *
     * @param prefix what stands before the reason's code in the keys of the texts
     */
    public String words(Messages messages, Locale locale, String prefix) {
      return messages.text(locale, prefix + reason.code(), new Wait(retryAfter).words(messages, locale));
    }
  }

  /** Why no code was sent. */
  enum Reason {
    FEATURE_OFF("feature-off", 404, "form"),
    PHONE_INVALID("phone-invalid", 422, "phone"),
    PHONE_TAKEN("phone-taken", 409, "phone"),
    PHONE_UNKNOWN("phone-unknown", 404, "phone"),
    BLOCKED("blocked", 403, "smsCode"),
    PAUSED("paused", 429, "smsCode"),
    TEST_ENDED("test-ended", 422, "phone"),
    CAPTCHA_REQUIRED("captcha-required", 422, "captcha"),
    CAPTCHA_SECOND("captcha-second", 422, "captcha"),
    CAPTCHA_WRONG("captcha-wrong", 422, "captcha"),
    TOO_SOON("too-soon", 429, "smsCode"),
    LIMIT_PHONE("limit-phone", 429, "phone"),
    LIMIT_TRIES("limit-tries", 429, "smsCode"),
    LIMIT_IP("limit-ip", 429, "smsCode"),
    LIMIT_PREFIX("limit-prefix", 429, "phone"),
    LIMIT_VISITOR("limit-visitor", 429, "smsCode"),
    LIMIT_SITE("limit-site", 429, "smsCode"),
    CHANNEL_NOT_CONFIGURED("channel-not-configured", 503, "smsCode"),
    CHANNEL_QUOTA("channel-quota", 503, "smsCode"),
    CHANNEL_THROTTLED("channel-throttled", 503, "smsCode"),
    CHANNEL_REFUSED("channel-refused", 502, "smsCode"),
    MAIL_NOT_CONFIGURED("mail-not-configured", 503, "emailCode"),
    MAIL_LIMIT("mail-limit", 429, "emailCode"),
    MAIL_REFUSED("mail-refused", 502, "emailCode");

    private final String code;
    private final int status;
    private final String field;

    Reason(String code, int status, String field) {
      this.code = code;
      this.status = status;
      this.field = field;
    }

    /** The stable code for programs; the text {@code registration.<code>} is for people. */
    public String code() {
      return code;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The form's field beside which it is shown. */
    public String field() {
      return field;
    }
  }
}
