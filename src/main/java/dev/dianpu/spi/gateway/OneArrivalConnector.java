package dev.dianpu.spi.gateway;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.cookie.StandardCookieSpec;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.apache5.connector.Apache5HttpClientBuilderConfigurator;
import org.glassfish.jersey.client.spi.Connector;

/**
 * The transport of one client: Apache HttpClient, set up so that a request arrives exactly once or not at all. The
 * transport that Jersey uses by itself repeats a request when the connection dies before the answer, and for an SMS
 * gateway that is a second paid SMS.
 *
 * <p>One of these belongs to one client and must be closed with it.
 */
final class OneArrivalConnector extends Apache5ConnectorProvider
    implements Apache5HttpClientBuilderConfigurator, AutoCloseable {

  private static final int CONNECTIONS = 256;
  private static final TimeValue LIFETIME = TimeValue.ofMinutes(5);
  private static final TimeValue IDLE = TimeValue.ofSeconds(20);

  private final GatewayTimeouts timeouts;
  private Connector connector;
  private PoolingHttpClientConnectionManager connections;

  OneArrivalConnector(GatewayTimeouts timeouts) {
    QuietTransport.enforce();
    this.timeouts = timeouts;
  }

  /** Jersey asks twice per client; a second transport would never be closed. */
  @Override
  public synchronized Connector getConnector(Client client, Configuration configuration) {
    if (connector == null) {
      connections = connections(client.getSslContext(), client.getHostnameVerifier());
      connector = super.getConnector(client, configuration);
    }
    return connector;
  }

  /** What Jersey's connector starts from; its own default keeps cookies and answers authentication challenges. */
  RequestConfig requestConfig() {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(millis(timeouts.connect().toMillis()))
        .setResponseTimeout(millis(timeouts.read().toMillis()))
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setContentCompressionEnabled(false)
        .setExpectContinueEnabled(false)
        .setHardCancellationEnabled(true)
        .setCookieSpec(StandardCookieSpec.IGNORE)
        .build();
  }

  @Override
  public synchronized HttpClientBuilder configure(HttpClientBuilder builder) {
    if (connections == null) {
      // Without Jersey.
      connections = connections(SSLContexts.createSystemDefault(), null);
    }
    return builder
        .setConnectionManager(connections)
        .setRequestExecutor(new SingleShotExecutor())
        .addExecInterceptorFirst("whole-call", (request, scope, chain) -> {
          if (scope.originalRequest instanceof Cancellable exchange) {
            CallMark.current().exchange(exchange);
          }
          return chain.proceed(request, scope);
        })
        .disableAutomaticRetries()
        // Not disableRedirectHandling(): the connector then throws after the answer and leaks the connection.
        .setRedirectStrategy(NoRedirects.INSTANCE)
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("Dianpu")
        .evictExpiredConnections()
        .evictIdleConnections(IDLE);
  }

  private PoolingHttpClientConnectionManager connections(SSLContext tls, HostnameVerifier given) {
    Timeout connect = millis(timeouts.connect().toMillis());
    Timeout read = millis(timeouts.read().toMillis());
    HostnameVerifier verifier = given == null ? HttpsSupport.getDefaultHostnameVerifier() : given;
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls, verifier))
        .setMaxConnTotal(CONNECTIONS)
        .setMaxConnPerRoute(CONNECTIONS)
        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(read).setTcpNoDelay(true).build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
        .setDefaultConnectionConfig(ConnectionConfig.custom()
            .setConnectTimeout(connect)
            .setSocketTimeout(read)
            .setTimeToLive(LIFETIME)
            // A connection that the gateway closed meanwhile costs an UNKNOWN, since nothing is repeated: look each
            // time.
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build())
        .build();
  }

  private static Timeout millis(long millis) {
    return Timeout.ofMilliseconds(millis);
  }

  /** Closes the transport with its connections. */
  @Override
  public synchronized void close() {
    if (connector != null) {
      connector.close();
      connector = null;
    }
  }
}
