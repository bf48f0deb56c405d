package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.simulator.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The server is killed between "code issued" and "gateway answered": nobody pays twice, nothing hangs. */
class CrashST {

  @Test
  void aServerKilledWhileTheGatewayThinksSendsNothingTwiceAndTheLogSaysUnknown() throws Exception {
    SmsShop shop = SmsShop.fresh();
    try {
      String phone = SmsShop.phone();
      HttpVisitor visitor = shop.visitor();
      String captcha = shop.captcha(visitor, "register");
      shop.shop.simulators().chanyoo().fault(Fault.of(Fault.Mode.SLOW, 4000), 1);

      CompletableFuture<?> asked = CompletableFuture.runAsync(() -> shop.ask(visitor, phone, captcha));
      until("the request arrived", () -> shop.shop.simulators().chanyoo().arrivals() == 1);
      ProcessHandle server = ProcessHandle.of(shop.shop.pid()).orElseThrow();
      server.destroyForcibly();
      server.onExit().get(30, TimeUnit.SECONDS);
      assertThat(asked).failsWithin(Duration.ofSeconds(30));
      shop.shop.restart();
      shop.execute("update sms_attempt set started_at = started_at - interval 5 minute");

      until("the attempt is UNKNOWN",
          () -> shop.count("select count(*) from sms_attempt where state = 'UNKNOWN'") == 1);
      assertThat(shop.count("select count(*) from sms_attempt")).isEqualTo(1);
      assertThat(shop.count("select count(*) from sms_message where state = 'UNKNOWN'")).isEqualTo(1);
      assertThat(shop.shop.simulators().chanyoo().arrivals()).isEqualTo(1);

      shop.forgetSends();
      assertThat(shop.askForCode(shop.visitor(), phone).statusCode()).as("the person can go on").isEqualTo(200);
    } finally {
      shop.shop.close();
    }
  }

  private static void until(String what, BooleanSupplier happened) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for: " + what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
