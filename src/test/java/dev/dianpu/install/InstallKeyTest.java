package dev.dianpu.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.database.ShopDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only whoever can read this server's log or home folder may install a shop in its empty database. */
class InstallKeyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir Path home;

  private final InstallKey key = new InstallKey();

  @BeforeEach
  void open() {
    key.deployment = new Deployment() {
      @Override
      public Path home() {
        return home;
      }
    };
    key.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    key.open(new ShopDatabase.Waiting());
  }

  private String printed() throws IOException {
    return Files.readString(home.resolve("install.key")).strip();
  }

  @Test
  void theKeyIsAcceptedHoweverItsLettersAndHyphensAreTyped() throws IOException {
    assertThat(key.right(printed())).isTrue();
    assertThat(key.right(" " + printed().toLowerCase(Locale.ROOT).replace("-", "") + "\n")).isTrue();
  }

  @Test
  void anotherKeyIsRefused() throws IOException {
    assertThat(key.right("")).isFalse();
    assertThat(key.right(printed().substring(1))).isFalse();
    char first = printed().charAt(0);
    assertThat(key.right((first == 'A' ? 'B' : 'A') + printed().substring(1))).isFalse();
  }

  @Test
  void onlyTheOwnerOfTheProcessCanReadTheFile() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("install.key"))))
        .isEqualTo("rw-------");
  }

  /** The state is announced again whenever the database comes back; the operator's key must stay good. */
  @Test
  void theKeyStaysTheSameWhileTheProcessRuns() throws IOException {
    String before = printed();
    key.open(new ShopDatabase.Waiting());
    assertThat(printed()).isEqualTo(before);
    assertThat(key.right(before)).isTrue();
  }

  @Test
  void everyStartMakesAnotherKeyAndForgetsOldProofs() throws IOException {
    String before = printed();
    InstallKey next = new InstallKey();
    next.deployment = key.deployment;
    next.clock = key.clock;
    next.open(new ShopDatabase.Waiting());
    assertThat(printed()).isNotEqualTo(before);
    assertThat(next.right(before)).isFalse();
    assertThat(next.proven(key.proof())).isFalse();
  }

  @Test
  void aProofEndsByItself() {
    String proof = key.proof();
    assertThat(key.proven(proof)).isTrue();
    key.clock = Clock.fixed(NOW.plus(Duration.ofHours(2)), ZoneOffset.UTC);
    assertThat(key.proven(proof)).isFalse();
  }

  @Test
  void aProofThatWasMadeUpIsRefused() {
    assertThat(key.proven("")).isFalse();
    assertThat(key.proven("k1.AAAA")).isFalse();
  }

  @Test
  void onceTheShopIsReadyTheKeyIsWorthNothingAndItsFileIsGone() throws IOException {
    String before = printed();
    String proof = key.proof();
    key.close(new ShopDatabase.Ready());
    assertThat(key.right(before)).isFalse();
    assertThat(key.proven(proof)).isFalse();
    assertThat(home).isEmptyDirectory();
  }
}
