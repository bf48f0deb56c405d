package dev.dianpu.plugins.ihuyi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The dynamic password against digests that were computed from the document's examples by other means. */
class IhuyiPasswordTest {

  private static final String ACCOUNT = "test";
  private static final String KEY = "1q784322ba1d9bb88d50cf5cdfd89k7d";
  private static final String TIME = "1451544941";

  private static String vector(String name) {
    InputStream file = IhuyiPasswordTest.class.getResourceAsStream("/vectors/md5-signatures.json");
    try (JsonReader reader = Json.createReader(file)) {
      JsonArray vectors = reader.readArray();
      return vectors.getValuesAs(JsonObject.class).stream().filter(one -> one.getString("name").startsWith(name))
          .findFirst().orElseThrow().getString("md5");
    }
  }

  @Test
  void ofAnSmsItHoldsPhoneAndContentInUtf8() {
    String signed = "138xxxxxxxx您的验证码是：2546。请不要把验证码泄露给其他人。";

    assertThat(IhuyiGateway.dynamic(ACCOUNT, KEY, signed, TIME))
        .isEqualTo(vector("ihuyi submit dynamic password")).isNotEqualTo(vector("same with GBK bytes"));
  }

  @Test
  void ofTheBalanceItHoldsNeither() {
    assertThat(IhuyiGateway.dynamic(ACCOUNT, KEY, "", TIME)).isEqualTo(vector("ihuyi balance dynamic password"));
  }
}
