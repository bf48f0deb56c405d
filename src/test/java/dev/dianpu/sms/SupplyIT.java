package dev.dianpu.sms;

import static dev.dianpu.sms.SmsBeans.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.sms.supply.PackageUse;
import dev.dianpu.sms.supply.Packages;
import dev.dianpu.sms.supply.SmsPackage;
import dev.dianpu.sms.supply.Supplies;
import dev.dianpu.sms.supply.SupplyWatch;
import dev.dianpu.sms.supply.SupplyWarning;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left, as gateways tell it, and how the owner learns in time. */
class SupplyIT {

  private static final GatewayAnswer OK = new GatewayAnswer("0", "ok", "", "");

  private static SmsBeans room;
  private static GreenMail mails;

  @BeforeAll
  static void open() {
    room = new SmsBeans();
    room.beans.with(Messages.class, new Messages(List.of("messages/supply"), SupplyIT.class.getClassLoader()));
    mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
  }

  @AfterAll
  static void close() {
    mails.stop();
    room.close();
  }

  @BeforeEach
  void reset() throws Exception {
    room.reset();
    room.execute("delete from sms_balance");
    room.execute("delete from sms_claim");
    room.execute("delete from sms_package");
    room.settings.putAll(Map.of("supply.percent", "20", "supply.days", "7", "supply.package-days", "14",
        "supply.mail", "false", "supply.sms", "false", "supply.phone", "13900139000",
        "supply.text", "短信通道{$channel}：{$matter}", "sms.price", "0.05", "shop.zone", "Asia/Shanghai"));
    room.settings.putAll(Map.of("mail.host", "127.0.0.1", "mail.port", Integer.toString(mails.getSmtp().getPort()),
        "mail.encryption", "none", "mail.user", "", "mail.password", "", "mail.sender", "shop@example.com",
        "mail.owner", "owner@example.com"));
    mails.purgeEmailFromAllMailboxes();
    // A day that no other test has seen, at its beginning.
    room.clock.forward(Duration.between(room.clock.instant(),
        room.clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(200))));
  }

  private static SendOutcome accepted(int balance) {
    return new SendOutcome.Accepted("gw", Optional.empty(), Optional.of(BigDecimal.valueOf(balance)), OK);
  }

  /** A gateway that is asked. */
  private record Asked(String id, AtomicReference<Balance> tells, AtomicInteger times) implements SmsBalanceSource {

    Asked(String id, int amount) {
      this(id, new AtomicReference<>(), new AtomicInteger());
      has(amount);
    }

    void has(int amount) {
      tells.set(new Balance(Optional.of(BigDecimal.valueOf(amount)), Unit.MESSAGES, OK));
    }

    @Override
    public Balance balance() {
      times.incrementAndGet();
      return tells.get();
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

  private Asked asked(int amount) {
    Asked channel = new Asked("asked", amount);
    room.channels.add(channel);
    return channel;
  }

  private List<SupplyWarning> watch() {
    room.beans.get(SupplyWatch.class).run();
    return room.beans.get(SupplyWatch.class).current();
  }

  @Test
  void aBalanceInAnAnswerIsKeptOnceAMinute() {
    AtomicInteger left = new AtomicInteger(100);
    room.channel("one").answering(message -> accepted(left.getAndDecrement()));
    for (int i = 0; i < 5; i++) {
      room.send();
    }
    assertThat(room.read("select channel, amount, unit from sms_balance")).isEqualTo("one 100.0000 MESSAGES");

    room.clock.forward(Duration.ofMinutes(1));
    room.send();
    assertThat(room.read("select amount from sms_balance order by at")).isEqualTo("100.0000, 95.0000");
  }

  @Test
  void aBalanceThatIsNoneKeepsNobodyFromSending() {
    room.channel("one").answering(message -> new SendOutcome.Accepted("gw", Optional.empty(),
        Optional.of(new BigDecimal("1e30")), OK));

    assertThat(room.send().state()).isEqualTo("ACCEPTED");
    assertThat(room.read("select count(*) from sms_balance")).isEqualTo("0");
  }

  @Test
  void aGatewayThatCanTellIsAskedEveryTenMinutesHoweverManyNodesAsk() {
    Asked channel = asked(500);
    watch();
    watch();
    assertThat(channel.times()).hasValue(1);

    room.clock.forward(Duration.ofMinutes(9));
    watch();
    assertThat(channel.times()).hasValue(1);
    room.clock.forward(Duration.ofMinutes(1));
    channel.has(490);
    watch();
    assertThat(channel.times()).hasValue(2);
    assertThat(room.beans.get(Supplies.class).all()).singleElement()
        .satisfies(supply -> assertThat(supply.amount()).isEqualByComparingTo("490"));
  }

  @Test
  void theChartHasOnePointAnHourThatIsTheLastOfIt() {
    Asked channel = asked(500);
    for (int amount : new int[] {500, 499, 498, 497, 496, 495, 494}) {
      channel.has(amount);
      watch();
      room.clock.forward(Duration.ofMinutes(10));
    }
    assertThat(room.beans.get(Supplies.class).all().get(0).points()).extracting(point -> point.amount().intValue())
        .containsExactly(495, 494);
  }

  @Test
  void belowTwentyPercentTheOwnerGetsABannerAndOneMailADay() throws Exception {
    room.settings.put("supply.mail", "true");
    Asked channel = asked(1000);
    assertThat(watch()).isEmpty();
    channel.has(199);
    room.clock.forward(Duration.ofHours(1));

    assertThat(watch()).extracting(SupplyWarning::kind).containsExactly("low.MESSAGES");
    assertThat(mails.waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(mails.getReceivedMessages()[0].getContent().toString()).contains("199", "19%");

    room.clock.forward(Duration.ofHours(23));
    assertThat(watch()).hasSize(1);
    room.clock.forward(Duration.ofHours(1));
    watch();
    assertThat(mails.waitForIncomingEmail(10_000, 2)).isTrue();
    assertThat(mails.getReceivedMessages()).hasSize(2);
  }

  @Test
  void aBalanceThatIsUsedUpWithinDaysIsWarnedOfToo() {
    Asked channel = asked(1000);
    watch();
    channel.has(800);
    room.clock.forward(Duration.ofHours(30));

    assertThat(watch()).extracting(SupplyWarning::kind, SupplyWarning::arguments)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("soon", List.of("5")));
  }

  @Test
  void anSmsGoesToTheOwnersPhoneOncePerMatterAndDayAndOnlyWhenSwitchedOn() {
    FakeChannel sender = room.channel("sender");
    Asked channel = asked(1000);
    room.route(MessageKind.NOTICE, "asked", 0, 1);
    watch();
    channel.has(10);
    room.clock.forward(Duration.ofHours(1));
    watch();
    assertThat(sender.got).isEmpty();

    room.settings.put("supply.sms", "true");
    watch();
    watch();
    assertThat(sender.got).singleElement().satisfies(sms -> {
      assertThat(sms.to().e164()).isEqualTo("+8613900139000");
      assertThat(sms.text()).isEqualTo("短信通道asked：只剩10条");
    });
    room.clock.forward(Duration.ofDays(1));
    watch();
    assertThat(sender.got).hasSize(2);
  }

  @Test
  void aPurchaseEndsTheWarning() {
    Asked channel = asked(1000);
    watch();
    channel.has(10);
    room.clock.forward(Duration.ofHours(1));
    assertThat(watch()).hasSize(1);
    channel.has(2000);
    room.clock.forward(Duration.ofHours(1));
    assertThat(watch()).isEmpty();
  }

  @Test
  void aGatewayThatDoesNotTellIsNamedWithItsWords() {
    Asked channel = asked(0);
    GatewayAnswer no = new GatewayAnswer("401", "no", "", "fake.no");
    channel.tells().set(new SmsBalanceSource.Balance(Optional.empty(), SmsBalanceSource.Unit.MESSAGES, no));

    assertThat(room.beans.get(Supplies.class).askAll().get("asked").answer()).isEqualTo(no);
    assertThat(room.read("select count(*) from sms_balance")).isEqualTo("0");
  }

  private static SmsPackage pack(int quota, int fromDays, int untilDays) {
    LocalDate today = LocalDate.ofInstant(room.clock.instant(), ZoneId.of("Asia/Shanghai"));
    return new SmsPackage(0, "one", quota, new BigDecimal("36.00"), today.plusDays(fromDays), today.plusDays(untilDays), "");
  }

  @Test
  void packagesAreUsedInTheOrderInWhichTheyExpireAndEachPartCounts() {
    FakeChannel one = room.channel("one");
    Packages packages = room.beans.get(Packages.class);
    packages.add(pack(100, 0, 300));
    packages.add(pack(3, 0, 30));
    packages.add(pack(50, 1, 20));
    for (int i = 0; i < 2; i++) {
      room.send();
    }
    room.beans.get(SmsSender.class).send(SmsRequest.of(MessageKind.CODE, PHONE, "long", "字".repeat(80), Map.of()));
    one.answering(FakeChannel.UNKNOWN);
    room.send();
    one.answering(FakeChannel.rejected(SendOutcome.Cause.NUMBER));
    room.send();

    assertThat(packages.all()).extracting(use -> use.used() + "/" + use.pack().quota() + " " + use.state())
        .containsExactly("2/100 VALID", "3/3 USED_UP", "0/50 NOT_YET");
    assertThat(room.read("select parts from sms_attempt order by id")).isEqualTo("1, 1, 2, 1, 1");

    packages.remove(packages.all().get(0).pack().id());
    assertThat(packages.all()).hasSize(2);
  }

  @Test
  void beforeAPackageExpiresOrIsUsedUpTheOwnerIsWarned() {
    room.channel("one");
    room.beans.get(Packages.class).add(pack(5, 0, 13));
    assertThat(watch()).extracting(SupplyWarning::kind).containsExactly("package-ends");

    for (int i = 0; i < 5; i++) {
      room.send();
    }
    assertThat(watch()).extracting(SupplyWarning::kind).as("counted within ten minutes").containsExactly("package-ends");
    room.clock.forward(Duration.ofMinutes(10));
    assertThat(watch()).extracting(SupplyWarning::kind).containsExactly("package-low");

    room.clock.forward(Duration.ofDays(14));
    assertThat(watch()).isEmpty();
    assertThat(room.beans.get(Packages.class).all().get(0).state()).isEqualTo(PackageUse.State.EXPIRED);
  }

  @Test
  void whereTheGatewayTellsWhatIsLeftOurOwnCountWarnsOfNothing() {
    room.channel("one").answering(message -> accepted(5_000));
    room.beans.get(Packages.class).add(pack(1, 0, 300));
    room.send();
    room.clock.forward(Duration.ofMinutes(10));

    assertThat(watch()).isEmpty();
  }

  /** The database cleans up in small steps; what still counts stays. */
  @Test
  void whatNobodyLooksAtAnyMoreIsDeleted() {
    asked(1000);
    watch();
    room.clock.forward(Duration.ofDays(101));
    watch();

    for (Expiring expiring : List.of(room.beans.get(BalanceRepository.class), expiringClaims())) {
      expiring.deleteExpired(room.clock.instant(), 500);
    }
    assertThat(room.read("select count(*) from sms_balance")).isEqualTo("1");
    assertThat(room.read("select what from sms_claim")).isEqualTo("ask:asked");
  }

  private static Expiring expiringClaims() {
    room.execute("insert into sms_claim (what, at) values ('old', '2026-01-01')");
    try {
      return (Expiring) room.beans.get(Class.forName("dev.dianpu.sms.supply.SupplyRepository"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
