package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.Redaction;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SMS as whole texts, or by the number of a template and its values; balance, templates and pushes. */
final class IhuyiChannel
    implements SmsConnectionTest, SmsBalanceSource, SmsTemplateRegistry, SmsPushReceiver, AutoCloseable {

  private final String id;
  private final Settings settings;
  private final IhuyiGateway gateway;
  private final IhuyiSender sender;
  private final IhuyiTemplates templates;

  IhuyiChannel(PluginContext context) {
    this.id = context.channelId(IhuyiPlugin.ID);
    this.settings = context.settings();
    this.gateway = new IhuyiGateway(settings, context.clock());
    this.sender = new IhuyiSender(settings, gateway);
    this.templates = new IhuyiTemplates(settings, gateway);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return IhuyiSettings.problems(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return notConfigured();
    }
    return sender.send(message, Redaction.of(message, secrets()));
  }

  private static SendOutcome notConfigured() {
    return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
  }

  @Override
  public Optional<URI> registersAddresses() {
    return problems().isEmpty() ? Optional.of(IhuyiSettings.address(settings)) : Optional.empty();
  }

  @Override
  public Connection testConnection() {
    return IhuyiAccount.connection(balance());
  }

  @Override
  public Balance balance() {
    return problems().isEmpty() ? IhuyiAccount.balance(gateway.getNum(), Redaction.of(secrets()))
        : new Balance(Optional.empty(), Unit.MESSAGES, notConfigured().answer());
  }

  @Override
  public Set<Operation> operations() {
    return EnumSet.of(Operation.SUBMIT, Operation.DELETE);
  }

  @Override
  public boolean demandsTemplate() {
    return IhuyiSettings.byTemplate(settings);
  }

  @Override
  public String notation(String wording) {
    return IhuyiTemplates.notation(wording);
  }

  @Override
  public Filing submit(Draft draft) {
    return problems().isEmpty() ? templates.submit(draft, Redaction.of(secrets()))
        : new Filing("", Optional.empty(), notConfigured().answer());
  }

  /** The gateway has no such operation: it pushes. */
  @Override
  public Filing query(String templateId) {
    return new Filing(templateId, Optional.empty(),
        new GatewayAnswer("", "", "", IhuyiAnswers.explanation("query-unsupported")));
  }

  @Override
  public Filing delete(String templateId) {
    return problems().isEmpty() ? templates.delete(templateId, Redaction.of(secrets()))
        : new Filing(templateId, Optional.empty(), notConfigured().answer());
  }

  @Override
  public Set<SmsPushReceiver.Kind> pushes() {
    return EnumSet.allOf(SmsPushReceiver.Kind.class);
  }

  @Override
  public Optional<Reading> read(Push push) {
    return IhuyiPushes.read(push);
  }

  private String[] secrets() {
    return new String[] {settings.text(IhuyiSettings.ACCOUNT).strip(), settings.secret(IhuyiSettings.API_KEY).strip()};
  }

  @Override
  public void close() {
    gateway.close();
  }
}
