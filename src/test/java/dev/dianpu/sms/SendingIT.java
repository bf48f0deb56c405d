package dev.dianpu.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.system.InContainer;
import dev.dianpu.system.TestWar;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Delivery;
import dev.dianpu.verification.Issued;
import dev.dianpu.verification.VerificationLog;
import dev.dianpu.verification.VerificationState;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Codes and SMS with the container's own transactions, connection pool and beans. */
@InContainer
@Dependent
class SendingIT {

  private static final PhoneNumber PHONE = new PhoneNumber("+8613700137000");
  private static final CodePolicy POLICY = new CodePolicy(6, Duration.ofMinutes(5), "{$verify_code}");
  private static final long SESSION = 4711;

  @Inject SmsSender sender;
  @Inject SmsLog log;
  @Inject Verifications verifications;
  @Inject VerificationLog verificationLog;
  @Inject UserTransaction transaction;

  @Deployment
  static WebArchive shop() {
    return TestWar.with(SendingIT.class);
  }

  @Test
  void anSmsIsNotSentWhileTheCallerHoldsATransaction() throws Exception {
    transaction.begin();
    try {
      assertThatThrownBy(() -> sender.send(SmsRequest.of(MessageKind.CODE, PHONE, "x", "x", Map.of())))
          .isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
    } finally {
      transaction.rollback();
    }
    assertThat(log.page(ofPhone(), null, 10).rows()).isEmpty();
  }

  private static SmsLog.Filter ofPhone() {
    return new SmsLog.Filter(
        Optional.empty(), Optional.empty(), Optional.of(PHONE), Optional.empty(), Optional.empty());
  }

  @Test
  void withoutAChannelTheJournalSaysNotConfigured() {
    PhoneNumber other = new PhoneNumber("+8613700137001");
    Sent sent = sender.send(
        SmsRequest.of(MessageKind.CODE, other, "x", "{$verify_code}", Map.of("verify_code", "123456")));
    assertThat(sent.state()).isEqualTo("REJECTED");
    SmsLog.Row row = log.ofMessage(sent.messageId()).get(0);
    assertThat(row.cause()).isEqualTo("NOT_CONFIGURED");
    assertThat(row.text()).isEqualTo("••••••");
    assertThat(row.maskedPhone()).isEqualTo(other.masked());
  }

  @Test
  void aCodeIsIssuedResentTriedProvedAndUsedOnce() throws Exception {
    Issued issued = verifications.issue(SESSION, PHONE, Purpose.REGISTER, POLICY, "203.0.113.1", 1);
    assertThat(verifications.issue(SESSION, PHONE, Purpose.REGISTER, POLICY, "203.0.113.1", 2).again()).isTrue();
    verifications.outcome(issued.id(), Delivery.ACCEPTED.name(), "chanyoo");
    String wrong = issued.code().equals("000000") ? "111111" : "000000";
    transaction.begin();
    assertThat(check(wrong)).isEqualTo(new Check.Wrong(4));
    transaction.rollback();
    assertThat(check(wrong)).as("a try stays counted").isEqualTo(new Check.Wrong(3));
    assertThat(check(issued.code())).isEqualTo(new Check.Right());
    assertThat(verifications.proof(SESSION, PHONE, Purpose.REGISTER).orElseThrow().reservations())
        .containsExactly(2L, 1L);

    assertThatThrownBy(() -> use(7L)).isInstanceOf(TransactionalException.class);
    transaction.begin();
    assertThat(use(7L)).isTrue();
    transaction.rollback();
    transaction.begin();
    assertThat(use(8L)).isTrue();
    transaction.commit();
    transaction.begin();
    assertThat(use(9L)).isFalse();
    transaction.rollback();

    VerificationLog.Row row = verificationLog.page(new VerificationLog.Filter(Optional.of(Purpose.REGISTER),
        Optional.of(VerificationState.USED), Optional.of(Delivery.ACCEPTED), Optional.of(PHONE), Optional.empty(),
        Optional.empty(), Optional.of("203.0.113.1")), null, 10).rows().get(0);
    assertThat(row.id()).isEqualTo(issued.id());
    assertThat(row.memberId()).contains(8L);
    assertThat(row.tries()).isEqualTo(3);
    assertThat(row.sends()).isEqualTo(2);
    assertThat(row.channel()).isEqualTo("chanyoo");
  }

  private Check check(String typed) {
    return verifications.check(SESSION, PHONE, Purpose.REGISTER, typed, "203.0.113.7");
  }

  private boolean use(Long member) {
    return verifications.useProof(SESSION, PHONE, Purpose.REGISTER, member);
  }
}
