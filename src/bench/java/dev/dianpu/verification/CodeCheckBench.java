package dev.dianpu.verification;

import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Comparing a typed code, without the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CodeCheckBench {

  private final Codes codes = new Codes();
  private final PhoneNumber phone = new PhoneNumber("+8613800138000");
  private byte[] digest;

  @Setup
  public void issue() {
    codes.box = new SecretBox(KeyRing.parse(KeyRing.generate()));
    digest = codes.digest("public-id", Contact.of(phone), "123456");
  }

  @Benchmark
  public boolean check() {
    return codes.matches("public-id", Contact.of(phone), "123457", digest);
  }
}
