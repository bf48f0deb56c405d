package dev.dianpu.sms;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The SMS that came back from phones, newest first. */
@ApplicationScoped
@Transactional
public class ReplyLog {

  private static final String REPLY = ReceivedEvent.Kind.REPLY.name();

  @Inject EventRepository repository;
  @Inject SmsSecrets secrets;

  /** Which replies are wanted; what is empty does not matter. */
  public record Filter(Optional<PhoneNumber> phone, Optional<Instant> from, Optional<Instant> until) {}

  /**
   * A reply.
   *
   * @param optedOut whether it put its phone on the opt-out list
   */
  public record Row(long id, Instant at, String maskedPhone, String channel, String text, boolean optedOut) {}

  /** A page of them. */
  public Slice<Row> page(Filter filter, Long beforeId, int size) {
    NewestFirst newest = new NewestFirst(
        "sms_event", filter.phone().isPresent() ? "sms_event_phone" : "sms_event_log", "received_at");
    filter.phone().ifPresent(phone -> newest.only("phone_digest", secrets.digest(phone)));
    newest.only("kind", REPLY);
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    if (beforeId != null) {
      repository.find(beforeId).ifPresent(last -> newest.after(last.receivedAt, last.id));
    }
    return Slice.of(repository.page(newest, size + 1).stream().map(this::row).toList(), size, Row::id);
  }

  private Row row(ReceivedEvent event) {
    String phone = event.phoneDigest == null ? "****"
        : secrets.openPhone(event.phoneDigest, event.phoneSealed).map(PhoneNumber::masked).orElse("****");
    return new Row(event.id, event.when(), phone, event.channel, secrets.openWords(event.digest, event.textSealed),
        event.outcome == ReceivedEvent.Outcome.OPTED_OUT);
  }
}
