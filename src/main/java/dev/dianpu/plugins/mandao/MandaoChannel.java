package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.Redaction;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gateway of mandao (entinfo): one call of its web service per text, for one phone or for many. */
final class MandaoChannel
    implements SmsBulkSender, SmsBalanceSource, SmsConnectionTest, SmsPushReceiver, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final GatewayClient<MandaoApi> sending = GatewayClient.of(MandaoApi.class);
  /** Apart from sending: its address differs, and a client is built anew when its address changes. */
  private final GatewayClient<MandaoApi> asking = GatewayClient.of(MandaoApi.class);
  private final MandaoAnswers answers = new MandaoAnswers();
  private final MandaoMessages messages;
  private final MandaoReceipts receipts;

  MandaoChannel(PluginContext context) {
    this.id = context.channelId(MandaoPlugin.ID);
    this.settings = context.settings();
    this.messages = new MandaoMessages(settings);
    this.receipts = new MandaoReceipts(settings);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return MandaoSettings.problems(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    return send(List.of(message.to()), new MandaoMessages.Wording(message.attemptId(), message.text(),
        message.signature()), Redaction.of(message, secrets()));
  }

  @Override
  public SendOutcome sendToMany(BulkSms message) {
    return send(message.to(), new MandaoMessages.Wording(message.attemptId(), message.text(), message.signature()),
        Redaction.of(message, secrets()));
  }

  @Override
  public int mostNumbers() {
    return (int) settings.number(MandaoSettings.MOST_NUMBERS);
  }

  private SendOutcome send(List<PhoneNumber> phones, MandaoMessages.Wording wording, Redaction redaction) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    if (wording.signature().isBlank()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "signature-missing");
    }
    if (!phones.stream().allMatch(PhoneNumber::mainland)) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    if (!messages.encodable(wording)) {
      return GatewayOutcomes.notTried(Cause.TEXT, "text-not-encodable");
    }
    MandaoCall call = messages.call(phones, wording);
    return answers.outcome(
        sending.call(
            call.address(settings.text(MandaoSettings.ADDRESS), settings),
            MandaoSettings.timeouts(settings),
            api -> call.post(api, settings)),
        redaction);
  }

  @Override
  public Balance balance() {
    if (!problems().isEmpty()) {
      return new Balance(Optional.empty(), Unit.MESSAGES,
          GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured").answer());
    }
    MandaoCall call = new MandaoCall(settings.text(MandaoSettings.BALANCE_OPERATION),
        messages.account());
    GatewayReply reply = asking.call(
        call.address(MandaoSettings.balanceAddress(settings), settings),
        MandaoSettings.timeouts(settings),
        api -> call.post(api, settings));
    return answers.balance(
        reply, settings.text(MandaoSettings.BALANCE_PATTERN), Redaction.of(secrets()));
  }

  /** Asks for the balance, which proves address, account and the registered address of this server. */
  @Override
  public Connection testConnection() {
    Balance balance = balance();
    return new Connection(balance.amount().isPresent(), balance.answer());
  }

  /** Code -22: the gateway knows its customers' addresses. */
  @Override
  public Optional<URI> registersAddresses() {
    String address = settings.text(MandaoSettings.ADDRESS);
    return GatewayAddress.wellFormed(address) ? Optional.of(GatewayAddress.of(address, "/")) : Optional.empty();
  }

  @Override
  public Set<Kind> pushes() {
    return Set.of(Kind.RECEIPT);
  }

  @Override
  public Optional<Reading> read(Push push) {
    return receipts.read(push);
  }

  private String[] secrets() {
    return new String[] {
        MandaoSettings.sn(settings), settings.secret(MandaoSettings.PASSWORD), MandaoSettings.pwd(settings)};
  }

  @Override
  public void close() {
    sending.close();
    asking.close();
  }
}
