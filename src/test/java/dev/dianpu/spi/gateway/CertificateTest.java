package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A failing test here is a stranger between shop and gateway who reads keys and codes. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CertificateTest {

  /** One operation. */
  public interface Api extends AutoCloseable {
    @GET
    Response get();
  }

  private static final String PASSWORD = "changeit";
  private static final String TRUST = "javax.net.ssl.trustStore";

  @TempDir
  private static Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificate("own", "dns:localhost,ip:127.0.0.1");
    certificate("other", "dns:gateway.example");
  }

  private static void certificate(String name, String names) throws Exception {
    Process keytool = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "x", "-keyalg",
        "EC", "-dname", "CN=" + name, "-ext", "SAN=" + names, "-validity", "2", "-storetype", "PKCS12", "-keystore",
        folder.resolve(name).toString(), "-storepass", PASSWORD).inheritIO().start();
    assertThat(keytool.waitFor()).isZero();
  }

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST + "Password");
  }

  private static void trust(String name) {
    System.setProperty(TRUST, folder.resolve(name).toString());
    System.setProperty(TRUST + "Password", PASSWORD);
  }

  /** Calls a server with this certificate, by this name; counts what got through. */
  private static GatewayReply call(String certificate, String host, AtomicInteger arrivals) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(certificate))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    try (ServerSocket listener =
            tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        GatewayClient<Api> client = GatewayClient.of(Api.class)) {
      Thread server = new Thread(() -> serve(listener, arrivals));
      server.setDaemon(true);
      server.start();
      URI address = URI.create("https://" + host + ":" + listener.getLocalPort() + "/");
      return client.call(address, GatewayTimeouts.ofSeconds(10, 10), Api::get);
    }
  }

  private static void serve(ServerSocket listener, AtomicInteger arrivals) {
    try (Socket socket = listener.accept()) {
      if (socket.getInputStream().read() >= 0) {
        arrivals.incrementAndGet();
        socket.getOutputStream().write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes());
        socket.getOutputStream().flush();
      }
    } catch (IOException refused) {
      // The client did not like the certificate.
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefusedBeforeAnythingIsSaid() throws Exception {
    AtomicInteger arrivals = new AtomicInteger();

    assertThat(call("own", "127.0.0.1", arrivals)).isEqualTo(new NotSent(NotSent.Reason.TLS));
    assertThat(arrivals).hasValue(0);
  }

  @Test
  void aTrustedCertificateOfAnotherNameIsRefused() throws Exception {
    trust("other");
    AtomicInteger arrivals = new AtomicInteger();

    assertThat(call("other", "localhost", arrivals)).isEqualTo(new NotSent(NotSent.Reason.TLS));
    assertThat(arrivals).hasValue(0);
  }

  @Test
  void aTrustedCertificateOfThisNameIsTaken() throws Exception {
    trust("own");
    AtomicInteger arrivals = new AtomicInteger();

    assertThat(call("own", "localhost", arrivals)).isInstanceOf(Answer.class);
    assertThat(arrivals).hasValue(1);
  }
}
