package dev.dianpu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What pages show may be old for a moment, never for good. */
class KeptTest {

  private final AtomicReference<String> database = new AtomicReference<>("old");
  private final Kept<String> kept = new Kept<>();

  @Test
  void isReadOnceUntilItIsForgotten() {
    assertThat(kept.get(database::get)).isEqualTo("old");
    database.set("new");
    assertThat(kept.get(database::get)).isEqualTo("old");
    kept.forget();
    assertThat(kept.get(database::get)).isEqualTo("new");
  }

  /** The reader saw the rows before the change was committed, and comes back after everybody was told of it. */
  @Test
  void aReadingThatBeganBeforeAChangeIsNotKeptAfterIt() {
    String late = kept.get(() -> {
      String read = database.get();
      database.set("new");
      kept.forget();
      return read;
    });
    assertThat(late).isEqualTo("old");
    assertThat(kept.get(database::get)).isEqualTo("new");
  }
}
