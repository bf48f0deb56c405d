package dev.dianpu.catalog.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forms with files as browsers send them. */
class UploadTest {

  private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryx";

  private static Upload upload(String type, byte[]... parts) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.write("------WebKitFormBoundaryx\r\n".getBytes(StandardCharsets.UTF_8));
      body.write(part);
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write("------WebKitFormBoundaryx--\r\n".getBytes(StandardCharsets.UTF_8));
    return Upload.read(new ByteArrayInputStream(body.toByteArray()), type);
  }

  private static byte[] part(String head, byte[] content) throws IOException {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.write((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    part.write(content);
    return part.toByteArray();
  }

  @Test
  void everyByteOfAFileAndTheWordsBesideItArrive() throws Exception {
    byte[] file = new byte[100_000];
    new Random(7).nextBytes(file);
    Upload upload = upload(TYPE,
        part("Content-Disposition: form-data; name=\"file\"; filename=\"瓶; name=alt.png\"\r\n"
            + "Content-Type: image/png", file),
        part("Content-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream",
            new byte[0]),
        part("Content-Disposition: form-data; name=\"alt\"", " 瓶身是蓝的 ".getBytes(StandardCharsets.UTF_8)));
    assertThat(upload.files()).hasSize(1).first().isEqualTo(file);
    assertThat(upload.words()).isEqualTo("瓶身是蓝的");
  }

  @Test
  void aBodyThatIsNoFormHasNoFiles() throws Exception {
    assertThat(Upload.read(new ByteArrayInputStream(new byte[] {1, 2, 3}), TYPE).files()).isEmpty();
    assertThat(upload("multipart/form-data", part("Content-Disposition: form-data", new byte[5])).files()).isEmpty();
    assertThat(Upload.read(new ByteArrayInputStream(new byte[0]), "multipart/form-data; boundary=x").files()).isEmpty();
  }
}
