package dev.dianpu.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bare socket that reads HTTP requests, counts those that arrived whole, and leaves the rest to a behaviour: for
 * what no
 * HTTP server does by itself. On 127.0.0.1.
 */
public final class RawGateway implements AutoCloseable {

  /** What happens once a request has arrived. */
  @FunctionalInterface
  public interface Behaviour {
    /**
     * Answers, or does not.
     *
     * @param socket the connection; closing it ends it
     * @param number of the request, from 1
     */
    void answer(Socket socket, int number) throws IOException, InterruptedException;
  }

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private RawGateway(ServerSocket listener, Behaviour behaviour) {
    this.listener = listener;
    this.behaviour = behaviour;
  }

  /** Starts on a free port. */
  public static RawGateway start(Behaviour behaviour) {
    try {
      RawGateway gateway =
          new RawGateway(new ServerSocket(0, 512, InetAddress.getByName("127.0.0.1")), behaviour);
      thread(gateway::accept);
      return gateway;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Takes connections and never says a word: a TLS handshake with it hangs. */
  public static RawGateway mute() {
    return start((socket, number) -> Thread.sleep(Long.MAX_VALUE));
  }

  /** An answer with this status line, headers and body, and its length. */
  public static void write(Socket socket, String status, String headers, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head = "HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n" + headers + "\r\n";
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(bytes);
    socket.getOutputStream().write(whole.toByteArray());
    socket.getOutputStream().flush();
  }

  /** The port that it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Heads and bodies of the requests that arrived whole, as Latin-1. */
  public List<String> requests() {
    return requests;
  }

  /** How many requests arrived whole. */
  public int arrivals() {
    return requests.size();
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        open.add(socket);
        thread(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String request = read(in); request != null; request = read(in)) {
        requests.add(request);
        behaviour.answer(socket, requests.size());
        if (socket.isClosed()) {
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      // The other side left, which is its right.
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      request.append((char) next);
    }
    int at = request.toString().toLowerCase().indexOf("content-length:");
    if (at >= 0) {
      int end = request.indexOf("\r\n", at);
      int length = Integer.parseInt(request.substring(at + "content-length:".length(), end).strip());
      request.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    return request.toString();
  }

  private static void thread(Runnable task) {
    Thread thread = new Thread(task, "raw-gateway");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
