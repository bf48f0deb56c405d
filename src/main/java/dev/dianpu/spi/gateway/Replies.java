package dev.dianpu.spi.gateway;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import jakarta.ws.rs.core.Response;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Turns what a client gave or threw into a {@link GatewayReply}. */
final class Replies {

  private static final int DEEPEST = 16;
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._-]+)");

  private Replies() {}

  static Answer answer(Response response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response.getStringHeaders().forEach((name, values) -> {
      if (!values.isEmpty() && values.get(0) != null) {
        headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.get(0));
      }
    });
    byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
    return answer(response.getStatus(), headers, body);
  }

  /** Reads the body as its type says; the names of the headers in lower case. */
  static Answer answer(int status, Map<String, String> headers, byte[] body) {
    return new Answer(status, headers, text(body, charset(headers.getOrDefault("content-type", ""))));
  }

  /** Some gateways name UTF-8, or nothing, and send GBK: what is no text in the named set is read as GB18030. */
  static String text(byte[] body, Charset named) {
    try {
      return named.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException another) {
      return new String(body, Charset.forName("GB18030"));
    }
  }

  /** As the answer says; UTF-8 if it says nothing, or something unknown. */
  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** The mark decides between the two outcomes; the exception only words the reason. */
  static GatewayReply failure(CallMark mark, RuntimeException failure) {
    if (mark.sent()) {
      boolean timeout = mark.late() || caused(failure, SocketTimeoutException.class);
      return new Lost(timeout ? Lost.Reason.TIMEOUT : Lost.Reason.BROKEN);
    }
    return new NotSent(reason(mark, failure));
  }

  private static NotSent.Reason reason(CallMark mark, RuntimeException failure) {
    if (caused(failure, UnknownHostException.class)) {
      return NotSent.Reason.UNKNOWN_HOST;
    }
    if (caused(failure, ConnectionRequestTimeoutException.class)) {
      return NotSent.Reason.BUSY;
    }
    if (mark.late() || caused(failure, InterruptedIOException.class)) {
      return NotSent.Reason.CONNECT_TIMEOUT;
    }
    if (caused(failure, SSLException.class)) {
      return NotSent.Reason.TLS;
    }
    return caused(failure, SocketException.class) ? NotSent.Reason.REFUSED : NotSent.Reason.UNUSABLE;
  }

  private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
