package dev.dianpu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever rents a server gets a whole /64 and often a /24: counting single addresses would count nothing. */
class NetworksTest {

  @Test
  void anIpv4AddressStandsForItselfInARangeOf256() {
    assertThat(Networks.of("203.0.113.7").address()).isNotEqualTo(Networks.of("203.0.113.8").address());
    assertThat(Networks.of("203.0.113.7").range()).isEqualTo(Networks.of("203.0.113.250").range());
    assertThat(Networks.of("203.0.113.7").range()).isNotEqualTo(Networks.of("203.0.114.7").range());
  }

  @Test
  void anIpv6AddressStandsForItsSlash64InARangeOf48Bits() {
    Networks one = Networks.of("2001:db8:1:2:3:4:5:6");
    assertThat(one).isEqualTo(Networks.of("2001:db8:1:2:ffff::1"));
    assertThat(one.address()).isNotEqualTo(Networks.of("2001:db8:1:3::1").address());
    assertThat(one.range()).isEqualTo(Networks.of("2001:db8:1:3::1").range());
    assertThat(one.range()).isNotEqualTo(Networks.of("2001:db8:2::1").range());
  }

  @Test
  void anIpv4AddressWrittenAsIpv6IsTheSame() {
    assertThat(Networks.of("::ffff:203.0.113.7")).isEqualTo(Networks.of("203.0.113.7"));
  }

  @Test
  void anythingElseIsLookedUpNowhereAndCountsAsItself() {
    assertThat(Networks.of("proxy.example")).isEqualTo(new Networks("proxy.example", "proxy.example"));
  }
}
