package dev.dianpu.spi.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing one call to a gateway. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SigningBench {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String CONTENT = "您的注册验证码是123456，5分钟内有效。【店铺】";

  private final AliyunSignature request = new AliyunSignature("GET", "application/json", "", "", "",
      Map.of("X-Ca-Key", "24000001", "X-Ca-Nonce", "5f1e2d3c", "X-Ca-Timestamp", "1541040000000"), "/sendsms",
      Map.of("mobile", List.of("13800138000"), "content", List.of(CONTENT)), Map.of());
  private final URI address = URI.create("http://sms.example.com/sendsms");
  private final AliyunAuthentication authentication =
      new AliyunAuthentication(() -> new AliyunCredentials.AppKey("24000001", SECRET), Clock.systemUTC());

  /** The signature alone. */
  @Benchmark
  public String sign() {
    return request.signedWith(SECRET);
  }

  /** All that chanyoo's channel does before a request goes out. */
  @Benchmark
  public GatewayHttp.Request wholeRequest() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("mobile", "13800138000");
    query.put("content", CONTENT);
    return authentication.request("GET", address, query);
  }
}
