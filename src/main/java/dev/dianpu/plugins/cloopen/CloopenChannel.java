package dev.dianpu.plugins.cloopen;

import dev.dianpu.plugins.cloopen.CloopenAnswers.Told;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsReportSource;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.Redaction;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One POST per call: a template's number and its values, for one phone or for many. The signature stands in the
 * template. Our attempt id is the gateway's {@code reqId}, of which it takes each only once in a day.
 */
final class CloopenChannel implements SmsConnectionTest, SmsBalanceSource, SmsBulkSender, SmsTemplateRegistry,
    SmsPushReceiver, SmsReportSource, AutoCloseable {

  private static final String AMOUNT = "-?[0-9]{1,12}(\\.[0-9]{1,8})?";

  private final String id;
  private final Settings settings;
  private final CloopenGateway gateway;
  private final CloopenTemplates templates;
  private final CloopenReports reports;

  CloopenChannel(PluginContext context) {
    this.id = context.channelId(CloopenPlugin.ID);
    this.settings = context.settings();
    this.gateway = new CloopenGateway(context);
    this.templates = new CloopenTemplates(settings, gateway);
    this.reports = new CloopenReports(settings, gateway);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return CloopenSettings.problems(settings);
  }

  @Override
  public boolean dedupes() {
    return true;
  }

  /** Code 160053 refuses addresses that are not on the account's list. */
  @Override
  public Optional<URI> registersAddresses() {
    return CloopenSettings.gateway(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    // A message to one is a message to many of whom there is one.
    return sendToMany(new BulkSms(message.attemptId(), List.of(message.to()), message.text(), message.signature(),
        message.template(), message.variables(), message.filed()));
  }

  @Override
  public int mostNumbers() {
    return (int) settings.number(CloopenSettings.MOST_NUMBERS);
  }

  @Override
  public SendOutcome sendToMany(BulkSms message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    if (!message.to().stream().allMatch(PhoneNumber::mainland)) {
      return GatewayOutcomes.notTried(Cause.NUMBER, "number-abroad");
    }
    CloopenTemplate template = CloopenTemplate.of(message, settings.on(CloopenSettings.TEST_TEMPLATE)).orElse(null);
    if (template == null) {
      return GatewayOutcomes.notTried(Cause.TEMPLATE, "template-missing");
    }
    if (template.length(message) > settings.number(CloopenSettings.LONGEST_TEXT)) {
      return new SendOutcome.Rejected(Cause.TEXT, CloopenAnswers.notAsked(CloopenStatus.TEXT_TOO_LONG.label()));
    }
    return CloopenAnswers.outcome(
        gateway.post(template.request(message, settings)),
        Redaction.of(message, CloopenSettings.secrets(settings)));
  }

  @Override
  public Connection testConnection() {
    if (!problems().isEmpty()) {
      return new Connection(false, notConfigured());
    }
    Told told = gateway.account();
    return new Connection(told.success().isPresent(), told.answer());
  }

  @Override
  public Balance balance() {
    if (!problems().isEmpty()) {
      return new Balance(Optional.empty(), Unit.MONEY, notConfigured());
    }
    Told told = gateway.account();
    Optional<BigDecimal> amount = told.success().flatMap(tree -> tree.first("Account"))
        .map(account -> account.text("balance")).filter(text -> text.matches(AMOUNT)).map(BigDecimal::new);
    return amount.isEmpty() && told.success().isPresent()
        ? new Balance(amount, Unit.MONEY, explained(told.answer(), "balance-missing"))
        : new Balance(amount, Unit.MONEY, told.answer());
  }

  private static GatewayAnswer explained(GatewayAnswer answer, String label) {
    return new GatewayAnswer(answer.code(), answer.text(), answer.requestId(), CloopenAnswers.explanation(label));
  }

  private static GatewayAnswer notConfigured() {
    return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured").answer();
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.SUBMIT, Operation.QUERY);
  }

  @Override
  public boolean demandsTemplate() {
    return true;
  }

  @Override
  public String notation(String wording) {
    return CloopenTemplates.notation(wording);
  }

  @Override
  public Filing submit(Draft draft) {
    return problems().isEmpty() ? templates.submit(draft) : new Filing("", Optional.empty(), notConfigured());
  }

  @Override
  public Filing query(String templateId) {
    return problems().isEmpty()
        ? templates.query(templateId) : new Filing(templateId, Optional.empty(), notConfigured());
  }

  @Override
  public Filing delete(String templateId) {
    return CloopenTemplates.failed("delete-by-hand");
  }

  /** Receipts and replies come to the same address. */
  @Override
  public Set<SmsPushReceiver.Kind> pushes() {
    return Set.of(SmsPushReceiver.Kind.RECEIPT);
  }

  @Override
  public Optional<Reading> read(Push push) {
    return CloopenPushes.read(push, settings);
  }

  @Override
  public Reports fetch() {
    return problems().isEmpty() ? reports.fetch() : new Reports(List.of(), false, notConfigured());
  }

  @Override
  public void close() {
    gateway.close();
  }
}
