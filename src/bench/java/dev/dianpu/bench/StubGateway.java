package dev.dianpu.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A gateway that takes everything and answers the same at once, or after a while without holding a thread. */
public final class StubGateway extends Handler.Abstract implements AutoCloseable {

  private final byte[] answer;
  private final Server server;
  private final ServerConnector connector;
  private volatile long millis;

  /** Listens on a free port of 127.0.0.1. */
  public StubGateway(String answer) throws Exception {
    this.answer = answer.getBytes(StandardCharsets.UTF_8);
    server = new Server(new QueuedThreadPool(64, 8));
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(512);
    server.addConnector(connector);
    server.setHandler(this);
    server.start();
  }

  /** {@code http://127.0.0.1:<port>}. */
  public String address() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  /** How long an answer takes from now on. */
  public void latency(long wanted) {
    millis = wanted;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Content.Source.consumeAll(request);
    if (millis == 0) {
      write(response, callback);
    } else {
      request.getComponents().getScheduler().schedule(() -> write(response, callback), millis, TimeUnit.MILLISECONDS);
    }
    return true;
  }

  private void write(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
    response.write(true, ByteBuffer.wrap(answer), callback);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
