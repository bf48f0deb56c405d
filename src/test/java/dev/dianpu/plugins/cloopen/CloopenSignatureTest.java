package dev.dianpu.plugins.cloopen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A wrong digest is refused by the gateway, for every SMS. */
class CloopenSignatureTest {

  @Test
  void signsAsComputedFromTheDocumentByOthers() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/cloopen-signature.json");
        JsonReader reader = Json.createReader(in)) {
      JsonObject vector = reader.readObject();

      CloopenSignature signature = CloopenSignature.of(
          vector.getString("accountSid"), vector.getString("authToken"), vector.getString("timestamp"));

      assertThat(signature.sig()).isEqualTo(vector.getString("sig"));
      assertThat(signature.authorization()).isEqualTo(vector.getString("authorization"));
      assertThat(signature.toString()).doesNotContain(signature.sig());
    }
  }
}
