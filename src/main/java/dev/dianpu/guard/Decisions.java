package dev.dianpu.guard;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decisions for the owner, newest first; kept for 90 days. */
@ApplicationScoped
public class Decisions {

  @Inject DecisionRepository repository;

  /** Which are wanted; what is empty does not matter. */
  public record Filter(
      Optional<Kind> kind, Optional<Step> step, Optional<Mode> mode, Optional<Instant> from, Optional<Instant> until) {

    /** All. */
    public static Filter all() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private boolean byKind() {
      return kind.isPresent() || step.isPresent() || mode.isPresent();
    }
  }

  /**
   * A page.
   *
   * @param before what the page before named as {@link Slice#before}; null for the newest page
   */
  public Slice<Decision> page(Filter filter, Long before, int size) {
    NewestFirst newest = new NewestFirst(
        "guard_decision", filter.byKind() ? "guard_decision_kind" : "guard_decision_log", "at");
    if (filter.byKind()) {
      newest.oneOf("kind", filter.kind().map(List::of).orElse(List.copyOf(Kind.JUDGED)));
      newest.oneOf("step", filter.step().map(List::of).orElse(List.of(Step.values())));
      newest.oneOf("mode", filter.mode().map(List::of).orElse(List.of(Mode.RECORD, Mode.ENFORCE)));
    }
    filter.from().ifPresent(newest::from);
    filter.until().ifPresent(newest::until);
    if (before != null) {
      repository.find(before).ifPresent(last -> newest.after(last.at(), last.id()));
    }
    return Slice.of(repository.page(newest, size + 1), size, Decision::id);
  }
}
