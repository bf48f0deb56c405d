package dev.dianpu.simulator;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes an answer, whole or in one of the faulty ways. Waits without holding a thread. */
final class WireWriter {

  private final Request request;
  private final Response response;
  private final Callback callback;

  WireWriter(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void write(WireAnswer answer) {
    response.write(true, ByteBuffer.wrap(begin(answer)), callback);
  }

  /** Misbehaves after the request was carried out. */
  void fail(Fault fault, WireAnswer answer) {
    switch (fault.mode()) {
      case SLOW -> later(fault.millis(), () -> write(answer));
      case RESET -> disconnect(true);
      case CLOSE -> disconnect(false);
      case TRUNCATED -> truncate(answer);
      case DRIP -> drip(begin(answer), 0, fault.millis());
      case MALFORMED -> write(new WireAnswer(200, "text/html; charset=utf-8", answer.headers(), "<html>系统繁忙"));
      case SERVER_ERROR -> write(new WireAnswer(
          500, "text/plain; charset=utf-8", Map.of("X-Ca-Error-Message", "Internal Error"), ""));
      default -> throw new IllegalArgumentException(fault.mode() + " is no way to answer");
    }
  }

  private byte[] begin(WireAnswer answer) {
    byte[] body = answer.body();
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    return body;
  }

  private void truncate(WireAnswer answer) {
    byte[] body = begin(answer);
    ByteBuffer half = ByteBuffer.wrap(body, 0, body.length / 2);
    response.write(false, half, Callback.from(() -> disconnect(false), callback::failed));
  }

  private void drip(byte[] body, int position, long millis) {
    boolean last = position >= body.length - 1;
    ByteBuffer one = ByteBuffer.wrap(body, position, Math.min(1, body.length - position));
    response.write(last, one, last
        ? callback
        : Callback.from(() -> later(millis, () -> drip(body, position + 1, millis)), callback::failed));
  }

  private void later(long millis, Runnable task) {
    request.getComponents().getScheduler().schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the connection: with a reset that throws away what is under way, or with an orderly close. */
  private void disconnect(boolean reset) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    try {
      if (reset && endPoint.getTransport() instanceof SocketChannel channel) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
      }
    } catch (IOException gone) {
      // It is closed, which is all that was wanted.
    }
    endPoint.close();
    callback.failed(new EofException("the simulator hung up on purpose"));
  }
}
