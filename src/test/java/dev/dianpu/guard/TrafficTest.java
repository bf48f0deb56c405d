package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import org.junit.jupiter.api.Test;

/** A send counts where an attacker would have to pay for more: his range of addresses, his block of numbers. */
class TrafficTest {

  @Test
  void rangesAreWrittenAsPeopleDo() {
    assertThat(Traffic.range("203.0.113.7")).isEqualTo("203.0.113.0/24");
    assertThat(Traffic.range("2001:db8:7:8::1")).isEqualTo("2001:db8:7::/48");
    assertThat(Traffic.range("::1")).isEqualTo("0:0:0::/48");
    assertThat(Traffic.range("x".repeat(100))).hasSize(45);
  }

  @Test
  void numbersOfVirtualOperatorsCountTwice() {
    Traffic virtual = Traffic.of(new PhoneNumber("+8617100131234"), "203.0.113.7", "CN");
    assertThat(virtual.subjects()).containsExactly(Subject.SITE, new Subject(Kind.RANGE, "203.0.113.0/24"),
        new Subject(Kind.PREFIX, "1710013"), new Subject(Kind.VIRTUAL, "171"), new Subject(Kind.COUNTRY, "CN"));
    assertThat(Traffic.of(new PhoneNumber("+8613800138000"), "203.0.113.7", "").subjects())
        .extracting(Subject::kind).containsExactly(Kind.SITE, Kind.RANGE, Kind.PREFIX);
    assertThat(Traffic.ofFlow(virtual.flow())).isEqualTo(virtual);
  }

  @Test
  void ofAPhoneOnlyThePrefixIsShown() {
    assertThat(new Subject(Kind.PREFIX, "1380013").shown()).isEqualTo("1380013****");
  }
}
