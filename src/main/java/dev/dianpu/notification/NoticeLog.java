package dev.dianpu.notification;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.sms.SmsText;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox as the owner sees it, newest first. */
@ApplicationScoped
public class NoticeLog {

  @Inject NoticeRepository repository;
  @Inject NoticeSecrets secrets;

  /** Which rows are wanted; what is empty does not matter. */
  public record Filter(Optional<NoticeState> state, Optional<Instant> from, Optional<Instant> until) {}

  /**
   * A row.
   *
   * @param text as the phone gets it, without the signature
   * @param tries how many messages were made for it, the one under way included
   * @param dueAt when it is tried again, if it is QUEUED
   * @param explanation key of the texts {@code .cause} and {@code .remedy}; empty if nothing went wrong
   */
  public record Row(long id, Instant at, String event, String subject, String maskedPhone, String text,
      NoticeState state, int tries, Instant dueAt, String channel, String cause, String explanation) {

    /** Whether it can be tried again. */
    public boolean dead() {
      return state == NoticeState.DEAD;
    }
  }

  /** How many there are of each state. */
  public Map<NoticeState, Long> counts() {
    return repository.counts();
  }

  /**
   * A page.
   *
   * @param beforeId what the page before named as {@link Slice#before}; null for the newest page
   */
  public Slice<Row> page(Filter filter, Long beforeId, int size) {
    NewestFirst newest = new NewestFirst(
        "notice", filter.state().isPresent() ? "notice_log_state" : "notice_log", "created_at");
    filter.state().ifPresent(state -> newest.only("state", state.name()));
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    Optional.ofNullable(beforeId).flatMap(repository::find)
        .ifPresent(last -> newest.after(last.createdAt, last.id));
    List<Row> found = repository.page(newest, size + 1).stream().map(this::row).toList();
    return Slice.of(found, size, Row::id);
  }

  private Row row(NoticeRow row) {
    boolean begun = row.state != NoticeState.QUEUED && row.state != NoticeState.DEAD;
    return new Row(row.id, row.createdAt, row.event, row.subject,
        secrets.openPhone(row).map(PhoneNumber::masked).orElse("****"),
        secrets.openVariables(row).map(values -> SmsText.fill(row.wording, values)).orElse(row.wording), row.state,
        row.tries + (begun || row.repeats > 0 ? 1 : 0), row.dueAt, row.channel, row.cause, row.explanation);
  }
}
