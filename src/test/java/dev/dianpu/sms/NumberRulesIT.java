package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner's lists of numbers, and what the sender does about them. */
class NumberRulesIT {

  private static final String JOURNAL = "select channel, state, cause, explanation from sms_attempt";

  private static SmsBeans sms;

  private FakeChannel channel;

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
    channel = sms.channel("one");
  }

  private static NumberRules rules() {
    return sms.beans.get(NumberRules.class);
  }

  @Test
  void aBlockedNumberReachesNoGatewayAndTheJournalSaysWhy() {
    rules().add(NumberRules.Kind.BLOCK, SmsBeans.PHONE);
    assertThat(sms.send().state()).isEqualTo("REJECTED");
    assertThat(channel.got).isEmpty();
    assertThat(sms.read(JOURNAL)).isEqualTo(" REJECTED NUMBER sms.blacklisted");
  }

  @Test
  void firstDigitsBlockAllTheirNumbersAndNoOthers() {
    rules().add(NumberRules.Kind.BLOCK, "1381");
    sms.send();
    assertThat(channel.got).hasSize(1);
    rules().add(NumberRules.Kind.BLOCK, "1380");
    sms.send();
    assertThat(channel.got).hasSize(1);
  }

  @Test
  void aTestSendIsRefusedToo() {
    rules().add(NumberRules.Kind.BLOCK, SmsBeans.PHONE);
    sms.beans.get(SmsSender.class).sendThrough(channel,
        SmsRequest.of(MessageKind.CODE, SmsBeans.PHONE, "test", SmsBeans.WORDING, SmsBeans.VALUES));
    assertThat(channel.got).isEmpty();
  }

  @Test
  void anAllowListThatIsNotEmptyRestricts() {
    rules().add(NumberRules.Kind.ALLOW, "139");
    sms.send();
    assertThat(sms.read(JOURNAL)).isEqualTo(" REJECTED NUMBER sms.not-allowed");
    rules().add(NumberRules.Kind.ALLOW, SmsBeans.PHONE);
    sms.send();
    assertThat(channel.got).hasSize(1);
    rules().add(NumberRules.Kind.BLOCK, "138");
    sms.send();
    assertThat(channel.got).as("the blacklist is stronger").hasSize(1);
  }

  @Test
  void aRuleIsKeptOnceAndGoesWhenItIsRemoved() {
    assertThat(rules().add(NumberRules.Kind.BLOCK, SmsBeans.PHONE)).isTrue();
    assertThat(rules().add(NumberRules.Kind.BLOCK, new PhoneNumber(SmsBeans.PHONE.e164()))).isFalse();
    assertThat(rules().all()).hasSize(1);
    assertThat(rules().all().get(0).shown()).isEqualTo("138****8000");
    rules().remove(rules().all().get(0).id());
    sms.send();
    assertThat(channel.got).hasSize(1);
  }
}
