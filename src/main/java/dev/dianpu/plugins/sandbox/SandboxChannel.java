package dev.dianpu.plugins.sandbox;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsSandbox;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Accepts every SMS and keeps it; the same attempt is kept once. */
final class SandboxChannel implements SmsSandbox {

  private final String id;
  private final PluginContext context;
  private final SandboxTable table;

  SandboxChannel(PluginContext context) {
    this.id = context.channelId(SandboxPlugin.ID);
    this.context = context;
    this.table = new SandboxTable(context);
  }

  @Override
  public String id() {
    return id;
  }

  /** Until the owner confirmed there is a problem, so that the host uses this channel neither first nor last. */
  @Override
  public List<SettingProblem> problems() {
    return context.settings().on(SandboxPlugin.CONFIRMED) ? List.of()
        : List.of(new SettingProblem(SandboxPlugin.CONFIRMED, "sandbox.check.unconfirmed"));
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    String text = message.signature().isBlank() ? message.text() : "【" + message.signature() + "】" + message.text();
    Instant now = context.clock().instant();
    try {
      table.keep(message.attemptId(), new SandboxSms(now, message.to(), text));
      return new Accepted(message.attemptId(), Optional.empty(), new GatewayAnswer("", "", "", ""));
    } catch (SQLException failure) {
      // The row may stand all the same: the connection may have died after it.
      return new Unknown(new GatewayAnswer("", "", "", "sandbox.error.not-kept"));
    }
  }

  @Override
  public boolean dedupes() {
    return true;
  }

  @Override
  public List<SandboxSms> latest() {
    try {
      return table.latest();
    } catch (SQLException failure) {
      return List.of();
    }
  }
}
