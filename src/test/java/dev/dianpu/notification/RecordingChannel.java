package dev.dianpu.notification;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A channel that answers as it is told and remembers what it got, from many threads. */
final class RecordingChannel implements SmsChannel {

  static final SendOutcome ACCEPTED =
      new SendOutcome.Accepted("gw-1", Optional.empty(), new GatewayAnswer("0", "ok", "", ""));
  static final SendOutcome UNKNOWN = new SendOutcome.Unknown(new GatewayAnswer("", "", "", "fake.timeout"));

  final List<SmsMessage> got = new CopyOnWriteArrayList<>();

  private final String id;
  private final AtomicReference<Function<SmsMessage, SendOutcome>> answer =
      new AtomicReference<>(message -> ACCEPTED);
  private final AtomicReference<Boolean> dedupes = new AtomicReference<>(false);

  RecordingChannel(String id) {
    this.id = id;
  }

  static SendOutcome rejected(Cause cause) {
    return new SendOutcome.Rejected(cause, new GatewayAnswer("403", "no", "", "fake." + cause));
  }

  RecordingChannel answering(SendOutcome outcome) {
    return answering(message -> outcome);
  }

  RecordingChannel answering(Function<SmsMessage, SendOutcome> how) {
    answer.set(how);
    return this;
  }

  RecordingChannel thatDedupes() {
    dedupes.set(true);
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return List.of();
  }

  @Override
  public boolean dedupes() {
    return dedupes.get();
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    got.add(message);
    return answer.get().apply(message);
  }
}
