package dev.dianpu.sms;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of SMS for the admin, one row per attempt, newest first; as fast with a million rows as with ten. */
@ApplicationScoped
public class SmsLog {

  private static final int LARGEST = 200;

  @Inject SmsRepository repository;
  @Inject SmsSecrets secrets;

  /**
   * Which rows are wanted; what is empty does not matter.
   *
   * @param channel a channel's id
   * @param from the earliest time
   * @param until the first moment that is too late
   */
  public record Filter(
      Optional<String> channel, Optional<AttemptState> state, Optional<PhoneNumber> phone, Optional<Instant> from,
      Optional<Instant> until) {

    /** Every row. */
    public static Filter all() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private String index() {
      if (phone.isPresent()) {
        return "sms_attempt_log_phone";
      }
      if (channel.isPresent()) {
        return "sms_attempt_log_channel";
      }
      return state.isPresent() ? "sms_attempt_log_state" : "sms_attempt_log";
    }
  }

  /**
   * A row.
   *
   * @param maskedPhone such as {@code 138****8000}
   * @param text as it was sent, with a code hidden
   * @param channel empty when none could be used
   * @param cause the name of a {@link dev.dianpu.spi.SendOutcome.Cause}; empty unless rejected
   * @param explanation key of the texts {@code .cause} and {@code .remedy}; empty on success
   * @param cost in the gateway's own unit
   * @param durationMs how long the gateway took; empty while no answer came
   * @param receipt {@code DELIVERED} or {@code FAILED}; empty while none came
   * @param attemptId our id of the attempt
   */
  public record Row(
      long id, long messageId, Instant at, String maskedPhone, String template, String text, String channel,
      AttemptState state, String cause, String gatewayCode, String gatewayText, String requestId, String gatewayId,
      String explanation, Optional<BigDecimal> cost, Optional<Integer> durationMs, String receipt, String receiptCode,
      String attemptId) {}

  /**
   * A page of the log.
   *
   * @param beforeId what the page before named as {@link Slice#before}; null for the newest page
   * @param size how many rows, at most 200
   */
  public Slice<Row> page(Filter filter, Long beforeId, int size) {
    NewestFirst newest = query(filter);
    if (beforeId != null) {
      repository.attempt(beforeId).ifPresent(last -> newest.after(last.startedAt, last.id));
    }
    int shown = Math.min(size, LARGEST);
    return Slice.of(repository.page(newest, shown + 1).stream().map(this::row).toList(), shown, Row::id);
  }

  private NewestFirst query(Filter filter) {
    NewestFirst newest = new NewestFirst("sms_attempt", filter.index(), "started_at");
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    if (filter.phone().isPresent()) {
      // A phone has few rows: they are all looked at.
      newest.only("to_digest", secrets.digest(filter.phone().get()));
      filter.channel().ifPresent(channel -> newest.only("channel", channel));
      filter.state().ifPresent(state -> newest.only("state", state.name()));
    } else if (filter.channel().isPresent()) {
      newest.only("channel", filter.channel().get());
      newest.oneOf("state", filter.state().map(List::of).orElse(List.of(AttemptState.values())));
    } else {
      filter.state().ifPresent(state -> newest.only("state", state.name()));
    }
    return newest;
  }

  /** The attempts that have this number, newest first: the message's reference, our id or the gateway's. */
  public Slice<Row> byNumber(String number) {
    // Ours and the gateways' numbers are plain characters; others could not be looked up by an index.
    if (!number.matches("[!-~]{1,128}")) {
      return new Slice<>(List.of(), Optional.empty());
    }
    return new Slice<>(repository.byNumber(number, LARGEST).stream().map(this::row).toList(), Optional.empty());
  }

  Row row(SmsRepository.Entry entry) {
    Attempt row = entry.attempt();
    Message message = entry.message();
    return new Row(row.id, message.id, row.startedAt,
        secrets.openPhone(message).map(PhoneNumber::masked).orElse("****"), message.template,
        secrets.openText(message).orElse(""), row.channel, row.state, row.cause, row.gatewayCode, row.gatewayText,
        row.requestId, row.gatewayId, row.explanation, Optional.ofNullable(row.cost),
        Optional.ofNullable(row.durationMs), row.receipt, row.receiptCode, row.attemptId);
  }

  /** The attempts of one message, newest first. */
  public List<Row> ofMessage(long messageId) {
    return repository.ofMessage(messageId).stream().map(this::row).toList();
  }

  /** The channels that the filter can offer: all that were ever tried. */
  public List<String> channels() {
    return repository.channels();
  }

  /** The whole phone of a row, for an admin with the right to see it; whoever asks logs that it was shown. */
  public Optional<PhoneNumber> phone(long id) {
    return repository.messageOf(id).flatMap(secrets::openPhone);
  }
}
