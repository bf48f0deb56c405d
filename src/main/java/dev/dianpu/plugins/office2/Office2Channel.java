package dev.dianpu.plugins.office2;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayCodes;
import dev.dianpu.spi.gateway.GatewayDigests;
import dev.dianpu.spi.gateway.GatewayForm;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The gateway of 2office: {@code SendSms3} of its service, or the page {@code sms3.aspx} with the same fields. */
final class Office2Channel implements SmsBalanceSource, SmsConnectionTest, AutoCloseable {

  /** As clients number their messages: by the time to the millisecond, so many digits. */
  private static final int ID_DIGITS = 17;

  private final String id;
  private final Settings settings;
  private final GatewayClient<Office2Api> sending = GatewayClient.of(Office2Api.class);
  /** Apart from sending: its address differs, and a client is built anew when its address changes. */
  private final GatewayClient<Office2Api> asking = GatewayClient.of(Office2Api.class);

  Office2Channel(PluginContext context) {
    this.id = context.channelId(Office2Plugin.ID);
    this.settings = context.settings();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return Office2Settings.problems(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    if (message.signature().isBlank()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing");
    }
    if (!message.to().mainland()) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    Charset charset = Office2Settings.charset(settings);
    String content = content(message);
    if (charset.name().equals("GBK") && !charset.newEncoder().canEncode(content)) {
      return GatewayOutcomes.notTried(Cause.TEXT, "text-not-encodable");
    }
    GatewayForm form = account(charset)
        .add("mobile", message.to().national())
        .add("content", content)
        .add("channel", settings.text(Office2Settings.CHANNEL).strip())
        .add("smsid", GatewayDigests.number(message.attemptId(), ID_DIGITS))
        .add("sendType", settings.text(Office2Settings.SEND_TYPE).strip());
    return outcome(message, form);
  }

  private SendOutcome outcome(SmsMessage message, GatewayForm form) {
    GatewayReply reply = sending.call(Office2Settings.sending(settings), Office2Settings.timeouts(settings),
        api -> api.post(form.type(), form.bytes()));
    return new Office2Answers(Redaction.of(message, secrets()))
        .outcome(reply, GatewayCodes.parse(settings.text(Office2Settings.CODES)).orElseThrow());
  }

  private String content(SmsMessage message) {
    String signature = "【" + message.signature() + "】";
    return settings.text(Office2Settings.SIGNATURE_PLACE).equals("front")
        ? signature + message.text() : message.text() + signature;
  }

  private GatewayForm account(Charset charset) {
    return GatewayForm.in(charset)
        .add("account", settings.text(Office2Settings.ACCOUNT).strip())
        .add("password", Office2Settings.digest(settings));
  }

  /** By {@code GetSmsMoney}, which takes three values; that the third is the channel is a guess, hence a setting. */
  @Override
  public Balance balance() {
    Unit unit = Unit.valueOf(settings.text(Office2Settings.BALANCE_UNIT).toUpperCase(Locale.ROOT));
    if (!problems().isEmpty()) {
      return new Balance(Optional.empty(), unit,
          GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured").answer());
    }
    GatewayForm form = account(Office2Settings.charset(settings));
    String third = settings.text(Office2Settings.BALANCE_THIRD).strip();
    if (!third.isEmpty()) {
      form.add(third, settings.text(Office2Settings.CHANNEL).strip());
    }
    GatewayReply reply = asking.call(Office2Settings.balance(settings), Office2Settings.timeouts(settings),
        api -> api.post(form.type(), form.bytes()));
    return new Office2Answers(Redaction.of(secrets()))
        .balance(reply, settings.text(Office2Settings.BALANCE_PATTERN), unit);
  }

  /** As document 003 has it done with {@code curl}: asks for the service's page. Proves the way there, no account. */
  @Override
  public Connection testConnection() {
    if (!GatewayAddress.wellFormed(settings.text(Office2Settings.ADDRESS))) {
      return new Connection(false, GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured").answer());
    }
    GatewayReply reply = asking.call(
        Office2Settings.service(settings), Office2Settings.timeouts(settings), Office2Api::look);
    return new Office2Answers(Redaction.of(secrets())).connection(reply);
  }

  @Override
  public Optional<URI> registersAddresses() {
    String address = settings.text(Office2Settings.ADDRESS);
    return GatewayAddress.wellFormed(address) ? Optional.of(GatewayAddress.of(address, "/")) : Optional.empty();
  }

  private String[] secrets() {
    return new String[] {
        settings.text(Office2Settings.ACCOUNT), settings.secret(Office2Settings.PASSWORD),
        settings.secret(Office2Settings.AUTH_CODE), Office2Settings.digest(settings)};
  }

  @Override
  public void close() {
    sending.close();
    asking.close();
  }
}
