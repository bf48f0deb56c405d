package dev.dianpu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of addresses as operators and owners write them. */
class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({"203.0.113.0/24, 203.0.113.255, true", "203.0.113.0/24, 203.0.114.0, false",
      "203.0.113.7, 203.0.113.7, true", "203.0.113.7, 203.0.113.8, false", "0.0.0.0/0, 8.8.8.8, true",
      "2001:db8::/32, 2001:db8:1::5, true", "2001:db8::/32, 2001:db9::5, false", "::1, 0:0:0:0:0:0:0:1, true",
      "0.0.0.0/0, ::1, false", "203.0.113.0/24, gateway.example, false"})
  void containsExactlyItsAddresses(String range, String address, boolean contained) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(contained);
  }

  /** A name must never be looked up: whoever owns it would decide who may call. */
  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "gateway.example", "203.0.113.0/33", "203.0.113.0/", "203.0.113.0/-1", "2001:db8::/129",
      "203.0.113.256", "203.0.113.0/2x", "*"})
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
