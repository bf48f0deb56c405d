package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.util.List;

/** Takes everything and remembers nothing. */
final class SilentChannel implements SmsChannel {

  @Override
  public String id() {
    return "silent";
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
