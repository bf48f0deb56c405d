package dev.dianpu.sms.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever counts a package wrong tells the owner to buy too early or too late. */
class PackageUseTest {

  private static final LocalDate TODAY = LocalDate.parse("2018-09-01");

  private static SmsPackage pack(long id, int quota, String from, String until) {
    return new SmsPackage(id, "chuangxin", quota, BigDecimal.TEN, LocalDate.parse(from), LocalDate.parse(until), "");
  }

  private static List<String> uses(List<SmsPackage> packages, Map<String, Long> parts) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    parts.forEach((day, count) -> days.put(LocalDate.parse(day), count));
    return PackageUse.of(packages, days, TODAY).stream()
        .map(use -> use.pack().id() + " " + use.used() + "/" + use.pack().quota() + " " + use.state()).toList();
  }

  /** The packages that document 001 shows. */
  @Test
  void thePackagesOfTheDocument() {
    assertThat(uses(List.of(pack(1, 5, "2018-08-16", "2019-08-17"), pack(2, 28, "2017-08-01", "2018-08-31")),
        Map.of("2018-08-10", 20L, "2018-08-20", 8L, "2018-08-29", 2L)))
        .containsExactly("2 28/28 EXPIRED", "1 2/5 VALID");
  }

  @Test
  void whatExpiresFirstIsEmptiedFirstAndTheRestGoesOver() {
    assertThat(uses(List.of(pack(1, 10, "2018-08-01", "2018-12-31"), pack(2, 3, "2018-08-01", "2018-10-31")),
        Map.of("2018-08-02", 5L))).containsExactly("2 3/3 USED_UP", "1 2/10 VALID");
  }

  @Test
  void aDayOutsideTheTimeOfAPackageTakesNothingFromIt() {
    assertThat(uses(List.of(pack(1, 10, "2018-08-10", "2018-12-31"), pack(2, 9, "2018-09-02", "2018-10-01")),
        Map.of("2018-08-09", 5L, "2018-08-10", 1L)))
        .containsExactly("2 0/9 NOT_YET", "1 1/10 VALID");
  }

  @Test
  void moreThanAllPackagesHoldIsCountedToNone() {
    assertThat(uses(List.of(pack(1, 10, "2018-08-01", "2018-12-31")), Map.of("2018-08-02", 25L)))
        .containsExactly("1 10/10 USED_UP");
  }

  @Test
  void theLastDayBelongsToThePackage() {
    PackageUse use = PackageUse.of(List.of(pack(1, 10, "2018-08-01", "2018-09-01")), new TreeMap<>(), TODAY).get(0);

    assertThat(use.state()).isEqualTo(PackageUse.State.VALID);
    assertThat(use.days()).isZero();
  }

  @Test
  void aPackageThatEndsBeforeItBeginsIsNone() {
    assertThatThrownBy(() -> pack(1, 10, "2018-08-02", "2018-08-01")).isInstanceOf(IllegalArgumentException.class);
  }
}
