package dev.dianpu.sms;

import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Turns what a channel read into rows: phones and words sealed, what is too long cut. */
@ApplicationScoped
class EventRows {

  private static final int LONGEST_ID = 128;
  private static final int LONGEST_CODE = 64;
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_NUMBER = 40;

  @Inject SmsSecrets secrets;

  ReceivedEvent row(String channel, SmsEvent event, Instant now) {
    ReceivedEvent row = new ReceivedEvent();
    row.channel = channel;
    row.receivedAt = now;
    row.dueAt = now;
    if (event instanceof SmsEvent.Receipt receipt) {
      receipt(row, receipt);
    } else if (event instanceof SmsEvent.Reply reply) {
      reply(row, reply);
    } else {
      audit(row, (SmsEvent.TemplateAudit) event);
    }
    return row;
  }

  private void receipt(ReceivedEvent row, SmsEvent.Receipt receipt) {
    row.kind = ReceivedEvent.Kind.RECEIPT;
    row.gatewayId = Attempt.cut(receipt.gatewayId(), LONGEST_ID);
    row.good = (byte) (receipt.delivered() ? 1 : 0);
    row.code = Attempt.cut(receipt.code(), LONGEST_CODE);
    row.at = receipt.at().orElse(null);
    seal(row, receipt.to(), receipt.text(), time(receipt.at()));
  }

  private void reply(ReceivedEvent row, SmsEvent.Reply reply) {
    row.kind = ReceivedEvent.Kind.REPLY;
    row.gatewayId = Attempt.cut(reply.id(), LONGEST_ID);
    row.at = reply.at().orElse(null);
    // With neither name nor time, the same words again on another day are another reply.
    boolean nameless = reply.id().isEmpty() && reply.at().isEmpty();
    seal(row, reply.from(), reply.text(), nameless ? day(row.receivedAt) : time(reply.at()));
  }

  private void audit(ReceivedEvent row, SmsEvent.TemplateAudit audit) {
    row.kind = ReceivedEvent.Kind.AUDIT;
    row.gatewayId = Attempt.cut(audit.templateId(), LONGEST_ID);
    row.good = (byte) (audit.approved() ? 1 : 0);
    // A template may be approved, refused and approved again; no audit tells its time.
    seal(row, "", audit.text(), day(row.receivedAt));
  }

  private static String time(Optional<Instant> at) {
    return at.map(Instant::toString).orElse("");
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private void seal(ReceivedEvent row, String number, String text, String time) {
    row.digest = secrets.eventDigest(row.channel, row.kind.name(), row.gatewayId, number, Byte.toString(row.good),
        row.code, text, time);
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(number);
    row.phoneDigest = phone.map(secrets::digest).orElse(null);
    row.phoneSealed = phone.map(secrets::sealPhone).orElseGet(() ->
        number.isBlank() ? "" : secrets.sealWords(row.digest, Attempt.cut(number, LONGEST_NUMBER)));
    row.textSealed = text.isEmpty() ? "" : secrets.sealWords(row.digest, Attempt.cut(text, LONGEST_TEXT));
  }
}
