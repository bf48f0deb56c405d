package dev.dianpu.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * All simulated gateways in one HTTP server on 127.0.0.1. Addresses:
 *
 * <ul>
 *   <li>{@code /} – the latest SMS of all phones; {@code /phone/{number}} – one phone's inbox; {@code
 *       /phone/{number}.json} – the same as data, newest first
 *   <li>{@code /sendsms} – chanyoo
 *   <li>{@code /control/chanyoo…} – faults, quota, clock, templates; see {@link Controls}
 *   <li>{@code /captcha-answer?token=} – opens a sealed captcha of this run
 * </ul>
 */
public final class GatewaySimulators implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final Inboxes inboxes;
  private final ChanyooSimulator chanyoo;

  private GatewaySimulators(Server server, ServerConnector connector, Inboxes inboxes, ChanyooSimulator chanyoo) {
    this.server = server;
    this.connector = connector;
    this.inboxes = inboxes;
    this.chanyoo = chanyoo;
  }

  /**
   * Starts the server.
   *
   * @param port to listen on; 0 for any free one
   * @param captchaOpener gives the answer that a sealed captcha holds; empty for a token that is none of this run
   * @throws IllegalStateException when the port is in use
   */
  public static GatewaySimulators start(int port, Function<String, Optional<String>> captchaOpener) {
    return start(port, captchaOpener, Clock.systemUTC());
  }

  /** As {@link #start(int, Function)}, with a clock of the caller's. */
  public static GatewaySimulators start(int port, Function<String, Optional<String>> captchaOpener, Clock clock) {
    QueuedThreadPool threads = new QueuedThreadPool(100, 4);
    threads.setDaemon(true);
    threads.setName("simulator");
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(256);
    server.addConnector(connector);
    Inboxes inboxes = new Inboxes();
    ChanyooSimulator chanyoo = new ChanyooSimulator(clock, inboxes);
    server.setHandler(new SimulatorHandler(inboxes, chanyoo, captchaOpener));
    try {
      server.start();
    } catch (IOException busy) {
      throw new IllegalStateException("the simulators cannot listen on port " + port + ": " + busy.getMessage(), busy);
    } catch (Exception failure) {
      throw new IllegalStateException("the simulators do not start", failure);
    }
    return new GatewaySimulators(server, connector, inboxes, chanyoo);
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** {@code http://127.0.0.1:<port>}: what a channel is given as its gateway's address. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  /** What a phone received, newest first; the phone as the gateways are given it: eleven digits. */
  public List<SimulatedSms> inbox(String phone) {
    return inboxes.of(phone);
  }

  /** chanyoo, to be made to misbehave and to be counted. */
  public ChanyooSimulator chanyoo() {
    return chanyoo;
  }

  /** Forgets all SMS. */
  public void clearInboxes() {
    inboxes.clear();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the simulators do not stop", failure);
    }
  }
}
