package dev.dianpu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits count by this address: whoever can choose his own has no limit. */
class ClientAddressTest {

  private static final ClientAddress BEHIND_A_PROXY = new ClientAddress(List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"));
  private static final ClientAddress ALONE = new ClientAddress(List.of());

  /** A request from this peer, with these lines of X-Forwarded-For. */
  private static HttpServletRequest from(String peer, String... forwarded) {
    return request(peer, "", forwarded);
  }

  private static HttpServletRequest request(String peer, String protocol, String... forwarded) {
    return (HttpServletRequest) Proxy.newProxyInstance(ClientAddressTest.class.getClassLoader(),
        new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
          case "getRemoteAddr" -> peer;
          case "getHeaders" -> Collections.enumeration(List.of(forwarded));
          case "getHeader" -> arguments[0].equals("X-Forwarded-Proto") ? protocol
              : arguments[0].equals("X-Forwarded-For") && forwarded.length > 0 ? forwarded[0] : null;
          case "isSecure" -> false;
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  @Test
  void withoutAProxyTheHeaderIsNotBelieved() {
    assertThat(ALONE.of(from("198.51.100.7", "203.0.113.9"))).isEqualTo("198.51.100.7");
    assertThat(BEHIND_A_PROXY.of(from("198.51.100.7", "203.0.113.9"))).isEqualTo("198.51.100.7");
  }

  @Test
  void nearIsThisMachineOrATrustedAddressButNobodyWhoCameThroughAProxy() {
    assertThat(ALONE.near(from("127.0.0.1"))).isTrue();
    assertThat(ALONE.near(from("::1"))).isTrue();
    assertThat(BEHIND_A_PROXY.near(from("10.1.2.3"))).isTrue();
    assertThat(BEHIND_A_PROXY.near(from("127.0.0.1", "10.1.2.3"))).isTrue();
    assertThat(ALONE.near(from("203.0.113.9"))).isFalse();
    assertThat(ALONE.near(from("127.0.0.1", "203.0.113.9"))).isFalse();
    assertThat(ALONE.near(from("127.0.0.1", "127.0.0.1"))).isFalse();
    assertThat(BEHIND_A_PROXY.near(from("127.0.0.1", "203.0.113.9"))).isFalse();
    assertThat(BEHIND_A_PROXY.near(from("203.0.113.9", "127.0.0.1"))).isFalse();
  }

  @Test
  void behindAProxyTheClientIsWhomTheProxyNames() {
    assertThat(BEHIND_A_PROXY.of(from("127.0.0.1", "203.0.113.9"))).isEqualTo("203.0.113.9");
    assertThat(BEHIND_A_PROXY.of(from("127.0.0.1", "203.0.113.9, 10.1.2.3"))).isEqualTo("203.0.113.9");
  }

  /** nginx's $proxy_add_x_forwarded_for keeps what the client sent and adds the client's address at the right. */
  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.66, 203.0.113.9", "127.0.0.1, 203.0.113.9", "10.9.9.9,10.8.8.8,203.0.113.9",
      "not an address, 203.0.113.9", ", , 203.0.113.9", "203.0.113.9"})
  void whatTheClientForgedChangesNothing(String forwarded) {
    assertThat(BEHIND_A_PROXY.of(from("127.0.0.1", forwarded))).isEqualTo("203.0.113.9");
  }

  /** A second header of that name, which a client may send, comes before the proxy's own. */
  @Test
  void aForgedHeaderBesideTheProxysChangesNothing() {
    assertThat(BEHIND_A_PROXY.of(from("127.0.0.1", "192.0.2.66", "203.0.113.9"))).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "203.0.113.9:4711", "localhost", "999.1.1.1", "203.0.113.9, unknown"})
  void whatIsNoAddressIsNotPassedOn(String forwarded) {
    assertThat(BEHIND_A_PROXY.of(from("10.0.0.1", forwarded))).isEqualTo("10.0.0.1");
  }

  @Test
  void oneIpv6AddressHasOneSpelling() {
    assertThat(BEHIND_A_PROXY.of(from("fd00::1", "2001:DB8::7")))
        .isEqualTo(BEHIND_A_PROXY.of(from("[fd00:0:0:0::1%eth0]", "2001:db8:0:0:0:0:0:7")));
  }

  @Test
  void httpsIsBelievedFromAProxyOnly() {
    assertThat(BEHIND_A_PROXY.secure(request("127.0.0.1", "https"))).isTrue();
    assertThat(BEHIND_A_PROXY.secure(request("127.0.0.1", "http"))).isFalse();
    assertThat(BEHIND_A_PROXY.secure(request("203.0.113.9", "https"))).isFalse();
  }

  @Test
  void aWrongConfigurationIsNamed() {
    assertThatThrownBy(() -> new ClientAddress(List.of("proxy.example.com")))
        .hasMessageContaining("dianpu.trusted-proxies").hasMessageContaining("proxy.example.com");
  }
}
