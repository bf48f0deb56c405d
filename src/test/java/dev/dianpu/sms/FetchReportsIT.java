package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsReportSource;
import dev.dianpu.system.AtOnce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that are fetched: by one node, all of them, and kept like those that are pushed. */
class FetchReportsIT {

  private static SmsBeans sms;

  private Gateway gateway;

  @BeforeAll
  static void start() {
    sms = new SmsBeans();
  }

  @AfterAll
  static void stop() {
    sms.close();
  }

  @BeforeEach
  void reset() {
    sms.reset();
    gateway = new Gateway();
    sms.channels.add(gateway);
  }

  private static void fetch() {
    sms.beans.get(FetchReports.class).run();
  }

  @Test
  void allThatWaitsIsFetchedAndWorkedOn() {
    sms.send();
    gateway.waiting.set(3);
    fetch();
    sms.beans.get(EventWork.class).run();
    assertThat(sms.read("select receipt from sms_attempt")).isEqualTo("DELIVERED");
    assertThat(sms.read("select count(*) from sms_event")).isEqualTo("3");
  }

  @Test
  void ofManyNodesOneFetchesInAMinute() {
    AtOnce.run(16, () -> {
      fetch();
      return true;
    });
    assertThat(gateway.calls).hasValue(1);
    sms.clock.forward(Duration.ofMinutes(1));
    fetch();
    assertThat(gateway.calls).hasValue(2);
  }

  @Test
  void aGatewayThatAlwaysHasMoreIsLeftForTheNextMinute() {
    gateway.waiting.set(Integer.MAX_VALUE);
    fetch();
    assertThat(gateway.calls).hasValue(FetchReports.MOST);
  }

  @Test
  void aGatewayThatFailsKeepsNobodyElseFromItsReports() {
    Gateway second = new Gateway() {
      @Override
      public String id() {
        return "two";
      }
    };
    sms.channels.add(second);
    gateway.broken = true;
    fetch();
    assertThat(second.calls).hasValue(1);
  }

  /** Hands out one receipt a call, as many as wait. */
  private static class Gateway implements SmsReportSource {

    final AtomicInteger waiting = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    boolean broken;

    @Override
    public Reports fetch() {
      int call = calls.incrementAndGet();
      if (broken) {
        throw new IllegalStateException("broken");
      }
      boolean some = waiting.get() > 0 && waiting.getAndDecrement() > 0;
      SmsEvent event = new SmsEvent.Receipt("gw-1", "13800138000", true, "DELIVRD", "",
          Optional.of(Instant.parse("2026-11-22T04:00:00Z").plusSeconds(call)));
      return new Reports(some ? List.of(event) : List.of(), some, new GatewayAnswer("0", "", "", ""));
    }

    @Override
    public String id() {
      return "one";
    }

    @Override
    public List<SettingProblem> problems() {
      return List.of();
    }

    @Override
    public SendOutcome send(SmsMessage message) {
      return FakeChannel.ACCEPTED;
    }
  }
}
