package dev.dianpu.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request as bytes, for what no HTTP client would send. */
final class RawRequest {

  private static final int PATIENCE = 20_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

  private RawRequest() {}

  /** What the shop says to these lines and this body, sent as it stands; empty when it only ended the connection. */
  static String answer(URI shop, String head, String body) {
    try (Socket socket = new Socket("127.0.0.1", shop.getPort())) {
      socket.setSoTimeout(PATIENCE);
      OutputStream out = socket.getOutputStream();
      out.write((head + "\r\n\r\n").getBytes(ISO_8859_1));
      out.write(body.getBytes(ISO_8859_1));
      out.flush();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until the answer is whole, or the shop ends the connection. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    int read = in.read(piece);
    while (read >= 0) {
      answer.write(piece, 0, read);
      read = whole(answer) ? -1 : in.read(piece);
    }
    return answer.toString(UTF_8);
  }

  private static boolean whole(ByteArrayOutputStream answer) {
    String said = answer.toString(ISO_8859_1);
    int end = said.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(end < 0 ? "" : said.substring(0, end));
    return length.find() && said.length() >= end + 4 + Integer.parseInt(length.group(1));
  }

  /** A body in chunks that begins with this text. */
  static String chunked(String beginning, int bytes) {
    StringBuilder body = new StringBuilder(Integer.toHexString(beginning.length()) + "\r\n" + beginning + "\r\n");
    String piece = "x".repeat(1024);
    for (int sent = 0; sent < bytes; sent += piece.length()) {
      body.append("400\r\n").append(piece).append("\r\n");
    }
    return body.append("0\r\n\r\n").toString();
  }
}
