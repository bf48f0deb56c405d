package dev.dianpu.sms;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.Operation;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files texts with the gateways and keeps how they stand. Calls a gateway with no transaction held; what it says is kept
 * afterwards. Where a gateway has no interface for it, the owner files by hand and enters the number here.
 */
@ApplicationScoped
public class SmsTemplates {

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_REMARK = 255;

  @Inject Extensions<SmsChannel> channels;
  @Inject Channels order;
  @Inject FiledTexts filed;
  @Inject TemplateRepository repository;
  @Inject TemplateChanges changes;
  @Inject SmsSignature signature;
  @Inject NoTransaction noTransaction;
  @Inject Versions versions;
  @Inject Clock clock;

  /** The channels whose gateways file texts, by id. */
  public List<SmsTemplateRegistry> registries() {
    return channels.all().stream().filter(SmsTemplateRegistry.class::isInstance).map(SmsTemplateRegistry.class::cast)
        .toList();
  }

  /** The texts filed with a channel's gateway, the newest first. */
  public List<FiledTemplate> of(String channel) {
    return repository.of(channel);
  }

  /**
   * The channel that notices leave through first, if its gateway demands approved templates and this wording is none:
   * it would refuse it.
   */
  public Optional<String> refusing(String wording) {
    return order.usable(MessageKind.NOTICE, "").stream().findFirst()
        .filter(channel -> channel instanceof SmsTemplateRegistry registry && registry.demandsTemplate())
        .map(SmsChannel::id).filter(channel -> filed.of(channel, wording, Map.of()).isEmpty());
  }

  /** The text of this number. */
  public Optional<FiledTemplate> find(long id) {
    return repository.find(id);
  }

  /**
   * Files a text through the gateway's interface.
   *
   * @param title for the gateway's people
   * @param scene where the text is used, for the gateway's people
   * @return what the gateway said; empty when the channel cannot file
   */
  public Optional<Filing> submit(String channel, String wording, Kind kind, String title, String scene) {
    return registry(channel, Operation.SUBMIT).map(registry -> {
      noTransaction.require();
      Filing filing = registry.submit(new Draft(title, wording, kind, signature.text(), scene));
      filing.state().ifPresent(state -> keep(template(channel, wording, kind, filing.templateId(), state,
          filing.answer().text()), "admin.log.template-submitted"));
      return filing;
    });
  }

  /** Asks how a text stands; empty when the channel's gateway cannot be asked. */
  public Optional<Filing> query(FiledTemplate filed) {
    return registry(filed.channel(), Operation.QUERY).map(registry -> {
      noTransaction.require();
      Filing filing = registry.query(filed.gatewayId());
      filing.state().ifPresent(state -> keep(template(filed.channel(), filed.wording(), filed.kind(), filed.gatewayId(),
          state, filing.answer().text()), "admin.log.template-queried"));
      return filing;
    });
  }

  /** Takes a text away at the gateway; empty when its interface cannot. */
  public Optional<Filing> delete(FiledTemplate filed) {
    return registry(filed.channel(), Operation.DELETE).map(registry -> {
      noTransaction.require();
      Filing filing = registry.delete(filed.gatewayId());
      if (filing.state().isPresent()) {
        forget(filed);
      }
      return filing;
    });
  }

  /** Forgets a text here; at the gateway it stays. */
  public void forget(FiledTemplate filed) {
    changes.forget(filed);
    versions.look();
  }

  /** Keeps a text that was filed by hand, on the gateway's site. */
  public void enter(String channel, String wording, Kind kind, String gatewayId, State state) {
    keep(template(channel, wording, kind, gatewayId, state, ""), "admin.log.template-entered");
  }

  private FiledTemplate template(
      String channel, String wording, Kind kind, String gatewayId, State state, String remark) {
    String words = remark.length() <= LONGEST_REMARK ? remark : remark.substring(0, LONGEST_REMARK);
    String id = gatewayId.length() <= LONGEST_ID ? gatewayId : gatewayId.substring(0, LONGEST_ID);
    return new FiledTemplate(0, channel, wording, kind, id, state, words, clock.instant());
  }

  private void keep(FiledTemplate template, String action) {
    changes.save(template, action);
    versions.look();
  }

  private Optional<SmsTemplateRegistry> registry(String channel, Operation operation) {
    return registries().stream()
        .filter(registry -> registry.id().equals(channel) && registry.operations().contains(operation)).findFirst();
  }

  /** The writes, each in one transaction with the log. */
  @ApplicationScoped
  @Transactional
  static class TemplateChanges {

    @Inject TemplateRepository repository;
    @Inject AdminLog log;
    @Inject Versions versions;

    void save(FiledTemplate template, String action) {
      repository.save(template);
      log.record(action, template.channel() + ' ' + template.gatewayId(), "", template.state().name());
      versions.bump(FiledTexts.TOPIC);
    }

    void forget(FiledTemplate template) {
      repository.forget(template.id());
      log.record("admin.log.template-forgotten", template.channel() + ' ' + template.gatewayId(),
          template.state().name(), "");
      versions.bump(FiledTexts.TOPIC);
    }
  }
}
