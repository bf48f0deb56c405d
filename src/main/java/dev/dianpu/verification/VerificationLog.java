package dev.dianpu.verification;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of verifications for the admin, newest first; as fast with a million rows as with ten. */
@ApplicationScoped
public class VerificationLog {

  private static final int LARGEST = 200;

  @Inject VerificationRepository repository;
  @Inject Codes codes;

  /**
   * Which rows are wanted; what is empty does not matter.
   *
   * @param from the earliest time
   * @param until the first moment that is too late
   * @param address an IP address, exactly as it was logged
   */
  public record Filter(
      Optional<Purpose> purpose, Optional<VerificationState> state, Optional<Delivery> outcome,
      Optional<PhoneNumber> phone, Optional<Instant> from, Optional<Instant> until, Optional<String> address) {

    /** Every row. */
    public static Filter all() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty());
    }

    private boolean byKind() {
      return purpose.isPresent() || state.isPresent() || outcome.isPresent() || address.isPresent();
    }

    private String index() {
      if (phone.isPresent()) {
        return "verification_log_phone";
      }
      if (address.isPresent()) {
        return "verification_log_address";
      }
      return byKind() ? "verification_log_kind" : "verification_log";
    }
  }

  /**
   * A row.
   *
   * @param at when the code was issued
   * @param maskedPhone such as {@code 138****8000}; of a code by mail {@code a***@example.com}
   * @param channel that carried the newest send; empty if none did or none is known
   * @param usedAt when its proof was used; empty if it was not
   */
  public record Row(
      long id, Instant at, String maskedPhone, Purpose purpose, String address, Delivery outcome, String channel,
      VerificationState state, int tries, int sends, Optional<Instant> usedAt, Optional<Long> memberId) {}

  /**
   * A page of the log.
   *
   * @param beforeId what the page before named as {@link Slice#before}; null for the newest page
   * @param size how many rows, at most 200
   */
  public Slice<Row> page(Filter filter, Long beforeId, int size) {
    NewestFirst newest = query(filter);
    if (beforeId != null) {
      repository.byId(beforeId).ifPresent(last -> newest.after(last.createdAt, last.id));
    }
    int shown = Math.min(size, LARGEST);
    List<Row> found = repository.page(newest, shown + 1).stream().map(this::row).toList();
    return Slice.of(found, shown, Row::id);
  }

  private NewestFirst query(Filter filter) {
    NewestFirst newest = new NewestFirst("verification", filter.index(), "created_at");
    filter.phone().ifPresent(phone -> newest.only("phone_digest", codes.digest(phone)));
    filter.address().ifPresent(address -> newest.only("address", address));
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    if (filter.phone().isPresent()) {
      // A phone has few rows: they are all looked at.
      filter.purpose().ifPresent(purpose -> newest.only("purpose", purpose.name()));
      filter.state().ifPresent(state -> newest.only("state", state.name()));
      filter.outcome().ifPresent(outcome -> newest.only("outcome", outcome.name()));
    } else if (filter.byKind()) {
      newest.oneOf("purpose", filter.purpose().map(List::of).orElse(List.of(Purpose.values())));
      newest.oneOf("state", filter.state().map(List::of).orElse(List.of(VerificationState.values())));
      newest.oneOf("outcome", filter.outcome().map(List::of).orElse(List.of(Delivery.values())));
    }
    return newest;
  }

  Row row(Verification row) {
    String contact = codes.openContact(row.publicId, row.phoneSealed).map(Contact::masked).orElse("****");
    return new Row(row.id, row.createdAt, contact, row.purpose, row.address, row.outcome, row.channel, row.state,
        row.tries, row.sends, Optional.ofNullable(row.usedAt), Optional.ofNullable(row.memberId));
  }

  /** The whole phone of a row (none of a code by mail), for an admin with the right to see it; whoever asks logs that it was shown. */
  public Optional<PhoneNumber> phone(long id) {
    return repository.byId(id).flatMap(row -> codes.openContact(row.publicId, row.phoneSealed))
        .flatMap(Contact::phone);
  }
}
