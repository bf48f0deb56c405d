package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.cloudapi.sdk.enums.HttpMethod;
import com.alibaba.cloudapi.sdk.enums.ParamPosition;
import com.alibaba.cloudapi.sdk.enums.Scheme;
import com.alibaba.cloudapi.sdk.model.ApiRequest;
import com.alibaba.cloudapi.sdk.util.ApiRequestMaker;
import dev.dianpu.simulator.AliyunVerifier.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulated gateway's door opens for what others signed, not only for what we sign, and stays shut else. */
class AliyunVerifierTest {

  private static final long SIGNED_AT = 1_525_872_629_832L;
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private static AliyunVerifier verifier(String key, long now) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC);
    return new AliyunVerifier(key, SECRET, "code", () -> clock);
  }

  private static Stream<JsonObject> vectors(String name) throws Exception {
    try (InputStream in = AliyunVerifierTest.class.getResourceAsStream("/vectors/aliyun-signature.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject().getJsonArray(name).getValuesAs(JsonObject.class).stream();
    }
  }

  private static Stream<JsonObject> sdk() throws Exception {
    return vectors("sdk");
  }

  private static Stream<JsonObject> plugin() throws Exception {
    return vectors("plugin");
  }

  @ParameterizedTest
  @MethodSource("sdk")
  void takesWhatTheOfficialSdkSigned(JsonObject vector) {
    HttpFields.Mutable headers = HttpFields.build();
    vector.getJsonObject("headers").forEach((name, value) ->
        headers.put(name, vector.getJsonObject("headers").getString(name)));
    URI url = URI.create(vector.getString("url"));
    WireRequest request = new WireRequest(
        vector.getString("method"), url.getRawPath(), url.getRawQuery(), headers, vector.getString("body"));

    assertThat(verifier(vector.getString("appKey"), SIGNED_AT).refusal(request)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plugin")
  void takesWhatTheOriginalPluginSignedWithAndWithoutListedHeaders(JsonObject vector) {
    HttpFields.Mutable headers = HttpFields.build()
        .put("Accept", vector.getString("accept"))
        .put("Content-Type", vector.getString("contentType"))
        .put("X-Ca-Key", vector.getString("appKey"))
        .put("X-Ca-Nonce", vector.getString("nonce"))
        .put("X-Ca-Timestamp", vector.getString("timestamp"))
        .put("X-Ca-Signature", vector.getString("signature"));
    if (!vector.isNull("signatureHeaders")) {
      headers.put("X-Ca-Signature-Headers", vector.getString("signatureHeaders"));
    }
    String query = "mobile=" + vector.getString("mobile") + "&content="
        + URLEncoder.encode(vector.getString("content"), StandardCharsets.UTF_8);
    WireRequest request = new WireRequest("GET", vector.getString("path"), query, headers, "");

    assertThat(verifier("24000001", 1_541_040_000_000L).refusal(request)).isEmpty();
  }

  private static WireRequest signed(HttpFields.Mutable changed, String mobile) {
    ApiRequest request = new ApiRequest(HttpMethod.GET, "/sendsms");
    request.setScheme(Scheme.HTTP);
    request.setHost("127.0.0.1");
    request.setCurrentDate(new Date(SIGNED_AT));
    request.addParam("mobile", "13800138000", ParamPosition.QUERY, true);
    ApiRequestMaker.make(request, "203000001", SECRET);
    HttpFields.Mutable headers = HttpFields.build();
    request.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    changed.forEach(field -> headers.put(field.getName(), field.getValue()));
    return new WireRequest("GET", "/sendsms", "mobile=" + mobile, headers, "");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Ca-Key, 203000002, 400, Invalid AppKey",
    "X-Ca-Nonce, another, 400, Invalid Signature",
    "X-Ca-Timestamp, 1525872629833, 400, Invalid Signature",
    "X-Ca-Timestamp, yesterday, 400, Invalid Timestamp",
    "X-Ca-Signature, AAAA, 400, Invalid Signature",
    "Accept, text/html, 400, Invalid Signature",
    "Content-MD5, AAAA, 400, Invalid Content-MD5",
    "Authorization, APPCODE wrong, 400, Invalid AppCode"
  })
  void refusesWhatWasChangedOnTheWay(String header, String value, int status, String message) {
    Optional<Refusal> refusal = verifier("203000001", SIGNED_AT)
        .refusal(signed(HttpFields.build().put(header, value), "13800138000"));

    assertThat(refusal).hasValueSatisfying(why -> {
      assertThat(why.status()).isEqualTo(status);
      assertThat(why.message()).startsWith(message);
    });
  }

  @Test
  void refusesAnotherPhoneThanTheSignedOneAndShowsWhatItWouldHaveSigned() {
    Optional<Refusal> refusal = verifier("203000001", SIGNED_AT).refusal(signed(HttpFields.build(), "13900139000"));

    assertThat(refusal.orElseThrow().message())
        .startsWith("Invalid Signature, Server StringToSign:GET#")
        .endsWith("#/sendsms?mobile=13900139000");
  }

  @ParameterizedTest
  @CsvSource({"900000, true", "900001, false", "-900000, true", "-900001, false"})
  void takesATimestampForFifteenMinutesEitherWay(long age, boolean taken) {
    Optional<Refusal> refusal =
        verifier("203000001", SIGNED_AT + age).refusal(signed(HttpFields.build(), "13800138000"));

    assertThat(refusal.map(Refusal::message)).isEqualTo(taken ? Optional.empty() : Optional.of("Timestamp Expired"));
  }

  @Test
  void takesANonceOnce() {
    AliyunVerifier verifier = verifier("203000001", SIGNED_AT);
    WireRequest request = signed(HttpFields.build(), "13800138000");

    assertThat(verifier.refusal(request)).isEmpty();
    assertThat(verifier.refusal(request)).contains(new Refusal(400, "Nonce Used"));
  }

  @Test
  void wantsASignatureOrACode() {
    WireRequest bare = new WireRequest("GET", "/sendsms", "mobile=1", HttpFields.EMPTY, "");
    WireRequest coded =
        new WireRequest("GET", "/sendsms", "", HttpFields.build().put("Authorization", "APPCODE code"), "");

    assertThat(verifier("203000001", SIGNED_AT).refusal(bare)).contains(new Refusal(404, "Empty Signature"));
    assertThat(verifier("203000001", SIGNED_AT).refusal(coded)).isEmpty();
  }
}
