package dev.dianpu.catalog.admin;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files. Read from the body of an ordinary page, so that the login is checked as for every page: a servlet
 * of its own would stand beside that check. The body has its bound before it comes here; nothing is written to the disk.
 *
 * @param files what was sent in fields called {@code file}, without those that are empty
 * @param words what stands in the field {@code alt}; empty if it is not there
 */
record Upload(List<byte[]> files, String words) {

  private static final Pattern NAME = Pattern.compile("(?:^|;)\\s*name=\"([^\"]*)\"");

  /** Reads a body of type {@code multipart/form-data}; one that is none has no files. */
  static Upload read(InputStream body, String type) throws IOException {
    List<byte[]> files = new ArrayList<>();
    String words = "";
    try {
      MimeMultipart form = new MimeMultipart(new ByteArrayDataSource(body, type));
      for (int i = 0; i < form.getCount(); i++) {
        BodyPart part = form.getBodyPart(i);
        byte[] bytes = part.getInputStream().readAllBytes();
        String name = name(part);
        if (name.equals("file") && bytes.length > 0) {
          files.add(bytes);
        } else if (name.equals("alt")) {
          words = new String(bytes, StandardCharsets.UTF_8).strip();
        }
      }
    } catch (MessagingException noForm) {
      return new Upload(List.of(), "");
    }
    return new Upload(files, words);
  }

  private static String name(BodyPart part) throws MessagingException {
    String[] header = part.getHeader("Content-Disposition");
    Matcher name = NAME.matcher(header == null ? "" : header[0]);
    return name.find() ? name.group(1) : "";
  }
}
