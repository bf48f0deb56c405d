package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A channel that answers as it is told and remembers what it got. */
final class FakeChannel implements SmsChannel {

  static final SendOutcome ACCEPTED = new SendOutcome.Accepted(
      "gw-1", Optional.of(new BigDecimal("0.0450")), new GatewayAnswer("0", "ok", "req-1", ""));
  static final SendOutcome UNKNOWN = new SendOutcome.Unknown(new GatewayAnswer("", "", "", "fake.timeout"));

  final List<SmsMessage> got = new ArrayList<>();

  private final String id;
  private Function<SmsMessage, SendOutcome> answer = message -> ACCEPTED;
  private boolean configured = true;

  FakeChannel(String id) {
    this.id = id;
  }

  static SendOutcome rejected(Cause cause) {
    return new SendOutcome.Rejected(cause, new GatewayAnswer("403", "no", "req-2", "fake." + cause));
  }

  FakeChannel answering(SendOutcome outcome) {
    return answering(message -> outcome);
  }

  FakeChannel answering(Function<SmsMessage, SendOutcome> how) {
    answer = how;
    return this;
  }

  FakeChannel withoutSettings() {
    configured = false;
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return configured ? List.of() : List.of(new SettingProblem(id + ".key", "settings.problem.required"));
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    got.add(message);
    return answer.apply(message);
  }
}
