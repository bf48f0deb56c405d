package dev.dianpu.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code /callbacks/sms/{channel}/{unguessable}/receipt|reply|template}: gateways call here by GET or POST. Who asks is
 * checked before a byte of the body is read. No session, no cookie, no page.
 */
@WebServlet(Callbacks.PATH + "*")
public class CallbackServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(CallbackServlet.class.getName());
  private static final int LARGEST = 64 * 1024;
  private static final int PARTS = 4;

  @Inject transient Callbacks callbacks;
  @Inject transient ReceivePush pushes;
  @Inject transient EventWork work;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    String[] path = String.valueOf(request.getPathInfo()).split("/", -1);
    Optional<Kind> kind = path.length == PARTS ? kind(path[3]) : Optional.empty();
    Optional<SmsPushReceiver> channel = kind.isEmpty() ? Optional.empty() : callbacks.open(path[1], path[2]);
    if (channel.isEmpty()) {
      say(404, response);
    } else if (!callbacks.admits(path[1], Visit.of(request).address())) {
      LOG.log(Level.WARNING, "A call for the channel {0} came from {1}, which is not on its list; refused",
          new Object[] {path[1], Visit.of(request).address()});
      say(403, response);
    } else if (!request.getMethod().equals("GET") && !request.getMethod().equals("POST")) {
      say(405, response);
    } else {
      take(channel.get(), kind.get(), request, response);
    }
  }

  private static Optional<Kind> kind(String name) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
  }

  private void take(SmsPushReceiver channel, Kind kind, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getContentLengthLong() > LARGEST ? null : request.getInputStream().readNBytes(LARGEST + 1);
    if (body == null || body.length > LARGEST) {
      // The rest of it is not wanted.
      response.setHeader("Connection", "close");
      say(413, response);
      return;
    }
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    Optional<Reading> reading = pushes.receive(channel,
        new Push(kind, type, PushParameters.of(request.getQueryString(), type, body), body));
    if (reading.isEmpty()) {
      say(400, response);
      return;
    }
    byte[] answer = reading.get().answer().getBytes(UTF_8);
    response.setContentType(reading.get().answerType());
    response.setContentLength(answer.length);
    response.getOutputStream().write(answer);
    response.flushBuffer();
    work.soon();
  }

  private static void say(int status, HttpServletResponse response) {
    response.setStatus(status);
    response.setContentLength(0);
  }
}
