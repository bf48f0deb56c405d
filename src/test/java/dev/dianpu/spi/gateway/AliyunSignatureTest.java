package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.cloudapi.sdk.enums.HttpMethod;
import com.alibaba.cloudapi.sdk.enums.ParamPosition;
import com.alibaba.cloudapi.sdk.enums.Scheme;
import com.alibaba.cloudapi.sdk.model.ApiRequest;
import com.alibaba.cloudapi.sdk.util.ApiRequestMaker;
import com.alibaba.cloudapi.sdk.util.SignUtil;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** If this fails, the gateway refuses every SMS of every shop that uses an AppKey. */
class AliyunSignatureTest {

  private static JsonObject vectors() throws Exception {
    try (InputStream in = AliyunSignatureTest.class.getResourceAsStream("/vectors/aliyun-signature.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  private static Stream<JsonObject> sdkVectors() throws Exception {
    return vectors().getJsonArray("sdk").getValuesAs(JsonObject.class).stream();
  }

  private static Stream<JsonObject> pluginVectors() throws Exception {
    return vectors().getJsonArray("plugin").getValuesAs(JsonObject.class).stream();
  }

  @ParameterizedTest
  @MethodSource("sdkVectors")
  void signsWhatTheOfficialSdkSigned(JsonObject vector) {
    JsonObject sent = vector.getJsonObject("headers");
    URI url = URI.create(vector.getString("url"));
    Map<String, String> signed = new LinkedHashMap<>();
    for (String name : sent.getString("x-ca-signature-headers").split(",")) {
      signed.put(name, sent.getString(name));
    }
    AliyunSignature ours = new AliyunSignature(
        vector.getString("method"), sent.getString("accept"), "", sent.getString("content-type"),
        sent.getString("date"), signed, url.getRawPath(), pairs(url.getRawQuery()), pairs(vector.getString("body")));

    assertThat(ours.text()).isEqualTo(vector.getString("stringToSign"));
    assertThat(ours.signedWith(vector.getString("appSecret"))).isEqualTo(vector.getString("signature"));
  }

  @ParameterizedTest
  @MethodSource("pluginVectors")
  void signsWhatTheOriginalPluginSigned(JsonObject vector) {
    Map<String, String> all = Map.of(
        "X-Ca-Key", vector.getString("appKey"),
        "X-Ca-Nonce", vector.getString("nonce"),
        "X-Ca-Timestamp", vector.getString("timestamp"));
    AliyunSignature ours = new AliyunSignature(
        vector.getString("method"), vector.getString("accept"), "", vector.getString("contentType"), "",
        vector.isNull("signatureHeaders") ? Map.of() : all, vector.getString("path"),
        Map.of("mobile", List.of(vector.getString("mobile")), "content", List.of(vector.getString("content"))),
        Map.of());

    assertThat(ours.text()).isEqualTo(vector.getString("stringToSign"));
    assertThat(ours.signedWith(vector.getString("appSecret"))).isEqualTo(vector.getString("signature"));
  }

  /** Requests drawn at random, from a fixed seed: parameters repeated, empty, in query and form, of any script. */
  @Test
  void agreesWithTheOfficialSdkOnAThousandRandomRequests() {
    Random random = new Random(20181101);
    for (int round = 0; round < 1000; round++) {
      boolean post = random.nextBoolean();
      ApiRequest request = new ApiRequest(post ? HttpMethod.POST_FORM : HttpMethod.GET, "/sendsms");
      request.setScheme(Scheme.HTTPS);
      request.setHost("chanyoo.market.alicloudapi.com");
      request.setCurrentDate(new Date(1_525_872_629_832L + random.nextInt()));
      Map<String, List<String>> query = parameters(random);
      Map<String, List<String>> form = post ? parameters(random) : Map.of();
      query.forEach((name, values) -> request.addParam(name, values, ParamPosition.QUERY, true));
      form.forEach((name, values) -> request.addParam(name, values, ParamPosition.BODY, true));
      String secret = "secret-" + random.nextLong();
      ApiRequestMaker.make(request, "203000001", secret);

      Map<String, String> signed = new LinkedHashMap<>();
      for (String name : request.getFirstHeaderValue("x-ca-signature-headers").split(",")) {
        signed.put(name, request.getFirstHeaderValue(name));
      }
      AliyunSignature ours = new AliyunSignature(
          post ? "POST" : "GET", request.getFirstHeaderValue("accept"), "",
          request.getFirstHeaderValue("content-type"), request.getFirstHeaderValue("date"), signed, "/sendsms", query,
          form);

      assertThat(ours.signedWith(secret)).as("round %d", round)
          .isEqualTo(request.getFirstHeaderValue("x-ca-signature"));
      // What the SDK added after it had signed would be part of a second text.
      request.getHeaders().keySet().removeAll(List.of("x-ca-signature", "x-ca-signature-headers"));
      assertThat(ours.text()).isEqualTo(SignUtil.buildStringToSign(request));
    }
  }

  @Test
  void tellsNothingOfThePhoneWhenItIsPrinted() {
    AliyunSignature signature = new AliyunSignature(
        "GET", "", "", "", "", Map.of(), "/sendsms", Map.of("mobile", List.of("13800138000")), Map.of());

    assertThat(signature.toString()).doesNotContain("13800138000");
    assertThat(new AliyunCredentials.AppKey("key", "open-sesame").toString()).doesNotContain("sesame", "key");
    assertThat(new AliyunCredentials.AppCode("open-sesame").toString()).doesNotContain("sesame");
  }

  private static Map<String, List<String>> parameters(Random random) {
    String[] names = {"mobile", "content", "Beta", "alpha", "_", "a-b", "名"};
    String[] pieces = {"", "a", "b c", "&", "=", "+", "%41", "验证码：", "😀", "{x}", "\n", "1", "é/", "#", "?"};
    Map<String, List<String>> drawn = new LinkedHashMap<>();
    for (int count = random.nextInt(5); count > 0; count--) {
      List<String> values = drawn.computeIfAbsent(names[random.nextInt(names.length)], unused -> new ArrayList<>());
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(4); length > 0; length--) {
        value.append(pieces[random.nextInt(pieces.length)]);
      }
      // The SDK cuts blanks off the ends of values before it sends them; we send what we are given.
      values.add(value.toString().trim());
    }
    return drawn;
  }

  private static Map<String, List<String>> pairs(String encoded) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      if (!pair.isEmpty()) {
        pairs.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), unused -> new ArrayList<>())
            .add(parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }
}
