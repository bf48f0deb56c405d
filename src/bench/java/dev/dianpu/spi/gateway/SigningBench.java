package dev.dianpu.spi.gateway;

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

  private final AliyunSignature request = new AliyunSignature("GET", "application/json", "", "", "",
      Map.of("X-Ca-Key", "24000001", "X-Ca-Nonce", "5f1e2d3c", "X-Ca-Timestamp", "1541040000000"), "/sendsms",
      Map.of("mobile", List.of("13800138000"), "content", List.of("您的注册验证码是123456，5分钟内有效。【店铺】")), Map.of());

  @Benchmark
  public String sign() {
    return request.signedWith("0123456789abcdef0123456789abcdef");
  }
}
