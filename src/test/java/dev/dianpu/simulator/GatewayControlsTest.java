package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The controls of the gateways of document 003, as a demonstration uses them. */
class GatewayControlsTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    simulators.close();
  }

  private HttpResponse<String> post(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(simulators.address() + path))
        .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "mandao, quota?remaining=3, 'quota\":3,'", "mandao, content?encoding=plain, quota", "mandao, register?only=, quota",
    "office2, quota?remaining=3, 'quota\":3,'", "office2, register?only=203.0.113.9, quota",
    "zkeys, quota?remaining=3, 'quota\":3,\"wire\":\"invented\"'", "zkeys, expire, tokenRequests",
    "zkeys, deny?on=true, tokenRequests", "zkeys, signature?name=x, quota",
    "upstream, template?needed=true, 'wire\":\"invented\"'", "upstream, quota?remaining=0, 'quota\":0,'"
  })
  void eachControlIsTakenAndTheStateDescribed(String gateway, String control, String described) throws Exception {
    HttpResponse<String> answer = post("/control/" + gateway + "/" + control);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(described);
    assertThat(post("/control/" + gateway + "/reset").body()).contains("\"quota\":1000000000");
  }

  @Test
  void aControlThatIsNoneIsRefused() throws Exception {
    for (String gateway : new String[] {"mandao", "office2", "zkeys", "upstream"}) {
      assertThat(post("/control/" + gateway + "/sulk").statusCode()).isEqualTo(404);
    }
    assertThat(post("/control/mandao/push?url=http://192.0.2.1/").statusCode()).isEqualTo(400);
  }
}
