package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.Redaction;
import java.math.BigDecimal;
import java.util.Optional;

/** What GetNum tells: how many SMS are left, and by that whether the account works. */
final class IhuyiAccount {

  private IhuyiAccount() {}

  static Balance balance(GatewayReply reply, Redaction redaction) {
    SendOutcome outcome = IhuyiAnswers.outcome(reply, redaction);
    if (!(outcome instanceof Accepted) || !(reply instanceof Answer answer)) {
      return new Balance(Optional.empty(), Unit.MESSAGES, outcome.answer());
    }
    String number = IhuyiBody.read(answer.body()).number();
    return number.matches("[0-9]{1,12}")
        ? new Balance(Optional.of(new BigDecimal(number)), Unit.MESSAGES, outcome.answer())
        : new Balance(Optional.empty(), Unit.MESSAGES, explained(outcome.answer(), "balance-unreadable"));
  }

  /** An account that has nothing left would not take an SMS. */
  static Connection connection(Balance balance) {
    boolean empty = balance.amount().filter(amount -> amount.signum() == 0).isPresent();
    return empty
        ? new Connection(false, explained(balance.answer(), IhuyiError.BALANCE.label()))
        : new Connection(balance.amount().isPresent(), balance.answer());
  }

  private static GatewayAnswer explained(GatewayAnswer answer, String label) {
    return new GatewayAnswer(answer.code(), answer.text(), answer.requestId(), IhuyiAnswers.explanation(label));
  }
}
