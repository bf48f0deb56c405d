package dev.dianpu.order;

import dev.dianpu.payment.Payments;
import dev.dianpu.spi.Payment;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /callbacks/payment/{method}}: what payment services tell. The method's plugin checks the signature. */
@WebServlet("/callbacks/payment/*")
public class PaymentCallbackServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 64 * 1024;

  @Inject transient Payments payments;
  @Inject transient PaymentTold told;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    Optional<Payment> method = payments.find(String.valueOf(request.getPathInfo()).replaceFirst("^/", ""))
        .filter(found -> found.way() == Payment.Way.ONLINE);
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (method.isEmpty() || body.length > LARGEST) {
      response.setStatus(method.isEmpty() ? 404 : 413);
      return;
    }
    Payment.Told said = method.get().read(new Payment.Call(headers(request), parameters(request, body), body));
    if (said instanceof Payment.Told.Paid paid) {
      told.apply(method.get().id(), paid);
    }
    response.setStatus(said instanceof Payment.Told.Refused ? 400 : 200);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write(said.answer().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }

  private static Map<String, String> parameters(HttpServletRequest request, byte[] body) {
    Map<String, String> parameters = new HashMap<>();
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (type.startsWith("application/x-www-form-urlencoded")) {
      for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return parameters;
  }

  /** What cannot be decoded is left as it is: no signature will fit it. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
