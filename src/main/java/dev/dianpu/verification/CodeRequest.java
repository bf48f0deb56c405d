package dev.dianpu.verification;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;

/**
 * Who asks for a code, and for which send.
 *
 * @param contact the phone or e-mail address that it goes to
 * @param address the client's IP address
 * @param reservationId the budget of this send; 0 for a mail, which has limits of its own
 * @param captcha what stood before it, for the log: the form of a captcha that was solved, {@code ticket} of an earlier
 *     one, {@code off}; empty if it is not known
 * @param fixedCode of a number for tests; empty for a code by chance
 */
public record CodeRequest(
    long sessionId, Contact contact, Purpose purpose, CodePolicy policy, String address, long reservationId,
    String captcha, String fixedCode) {

  /** A captcha that was solved for an earlier send. */
  public static final String TICKET = "ticket";
  /** No captcha is asked for. */
  public static final String OFF = "off";

  /** For a phone and a code by chance. */
  public CodeRequest(long sessionId, PhoneNumber phone, Purpose purpose, CodePolicy policy, String address,
      long reservationId, String captcha) {
    this(sessionId, Contact.of(phone), purpose, policy, address, reservationId, captcha);
  }

  /** For a code by chance. */
  public CodeRequest(long sessionId, Contact contact, Purpose purpose, CodePolicy policy, String address,
      long reservationId, String captcha) {
    this(sessionId, contact, purpose, policy, address, reservationId, captcha, "");
  }

  /** The same with a code that is known beforehand. */
  public CodeRequest withCode(String code) {
    return new CodeRequest(sessionId, contact, purpose, policy, address, reservationId, captcha, code);
  }

  /** Without the code, so that it cannot reach a log by accident. */
  @Override
  public String toString() {
    return "CodeRequest[" + sessionId + ", " + contact + ", " + purpose + "]";
  }
}
