package dev.dianpu.simulator;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * All simulated gateways on 127.0.0.1, each on a port of its own: the first one on the port asked for, the others on those
 * that follow. Every port also has:
 *
 * <ul>
 *   <li>{@code /} – the gateways and the latest SMS of all phones; {@code /phone/{number}} – one phone's inbox; {@code
 *       /phone/{number}.json} – the same as data, newest first
 *   <li>{@code /control/<gateway>…} – faults, quota, clock, …; see {@link Controls}
 *   <li>{@code /captcha-answer?token=} – opens a sealed captcha of this run
 * </ul>
 */
public final class GatewaySimulators implements AutoCloseable {

  /** Every gateway, in the order of the ports. */
  private static final List<BiFunction<Clock, Inboxes, SimulatedGateway>> ALL =
      List.of(ChanyooSimulator::new, ChuangxinSimulator::new, CloopenSimulator::new, IhuyiSimulator::new,
          MandaoSimulator::new, Office2Simulator::new, ZkeysSimulator::new, UpstreamSimulator::new);

  private final Server server;
  private final Inboxes inboxes = new Inboxes();
  private final Map<SimulatedGateway, ServerConnector> gateways = new LinkedHashMap<>();

  private GatewaySimulators(Server server) {
    this.server = server;
  }

  /**
   * Starts the gateways.
   *
   * @param port of the first gateway; 0 for any free ones
   * @param captchaOpener gives the answer that a sealed captcha holds; empty for a token that is none of this run
   * @throws IllegalStateException when a port is in use
   */
  public static GatewaySimulators start(int port, Function<String, Optional<String>> captchaOpener) {
    return start(port, captchaOpener, Clock.systemUTC());
  }

  /** As {@link #start(int, Function)}, with a clock of the caller's. */
  public static GatewaySimulators start(int port, Function<String, Optional<String>> captchaOpener, Clock clock) {
    QueuedThreadPool threads = new QueuedThreadPool(100, 4);
    threads.setDaemon(true);
    threads.setName("simulator");
    GatewaySimulators simulators = new GatewaySimulators(new Server(threads));
    int next = port;
    for (BiFunction<Clock, Inboxes, SimulatedGateway> one : ALL) {
      simulators.add(one.apply(clock, simulators.inboxes), port == 0 ? 0 : next++);
    }
    simulators.server.setHandler(new SimulatorHandler(simulators.inboxes, simulators::ports, captchaOpener));
    try {
      simulators.server.start();
    } catch (IOException busy) {
      simulators.close();
      throw new IllegalStateException(
          "the simulators cannot listen on port " + port + " and those after it: " + busy.getMessage(), busy);
    } catch (Exception failure) {
      throw new IllegalStateException("the simulators do not start", failure);
    }
    return simulators;
  }

  /** How many ports are taken, from the one asked for. */
  public static int count() {
    return ALL.size();
  }

  private void add(SimulatedGateway gateway, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // Batches of thousands of numbers travel in queries, too.
    http.setRequestHeaderSize(512 * 1024);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(256);
    server.addConnector(connector);
    gateways.put(gateway, connector);
  }

  /** The gateways by their ports, in their order. */
  private Map<Integer, SimulatedGateway> ports() {
    Map<Integer, SimulatedGateway> ports = new LinkedHashMap<>();
    gateways.forEach((gateway, connector) -> ports.put(connector.getLocalPort(), gateway));
    return ports;
  }

  /** The port of the first gateway, under which people know them all. */
  public int port() {
    return gateways.values().iterator().next().getLocalPort();
  }

  /** {@code http://127.0.0.1:<port>} of the first gateway. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  /** {@code http://127.0.0.1:<port>} of a gateway: what a channel is given as its gateway's address. */
  public String address(SimulatedGateway gateway) {
    return "http://127.0.0.1:" + gateways.get(gateway).getLocalPort();
  }

  /** What a phone received, newest first; the phone as the gateways are given it: eleven digits. */
  public List<SimulatedSms> inbox(String phone) {
    return inboxes.of(phone);
  }

  /** All gateways, in the order of their ports. */
  public List<SimulatedGateway> all() {
    return new ArrayList<>(gateways.keySet());
  }

  /** One gateway, to be made to misbehave and to be counted. */
  public <T extends SimulatedGateway> T gateway(Class<T> type) {
    return gateways.keySet().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /** cloopen, the gateway of document 002. */
  public CloopenSimulator cloopen() {
    return gateway(CloopenSimulator.class);
  }

  /** chanyoo, the gateway of document 000. */
  public ChanyooSimulator chanyoo() {
    return gateway(ChanyooSimulator.class);
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
