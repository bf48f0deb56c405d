package dev.dianpu.plugins.cloopen;

import dev.dianpu.plugins.cloopen.CloopenAnswers.Told;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import dev.dianpu.spi.SmsVariables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Templates by {@code CreateSMSTemplate} and {@code QuerySMSTemplate}. There is no member for a template's kind or
 * scene. What the first one answers is not known: the id is looked for under its likely names, and may be missing.
 */
final class CloopenTemplates {

  private final Settings settings;
  private final CloopenGateway gateway;

  CloopenTemplates(Settings settings, CloopenGateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  /** Variables are numbered by their places: {1}, {2}, …. */
  static String notation(String wording) {
    return SmsVariables.replaced(wording, (number, name) -> "{" + number + "}");
  }

  Filing submit(Draft draft) {
    String address = settings.text(CloopenSettings.PRODUCT_ADDRESS).strip();
    if (address.isEmpty()) {
      return failed(CloopenStatus.PRODUCT_ADDRESS_EMPTY.label());
    }
    Told told = gateway.ask(CloopenRequest.of("CreateSMSTemplate",
        "appId", appId(),
        "productType", CloopenSettings.productType(settings),
        "addr", address,
        "title", draft.title(),
        "signature", draft.signature(),
        "templateContent", notation(draft.wording())));
    return told.success()
        .map(tree -> new Filing(newId(tree), Optional.of(State.PENDING), told.answer()))
        .orElseGet(() -> new Filing("", Optional.empty(), told.answer()));
  }

  private static String newId(CloopenTree response) {
    return Stream.concat(Stream.of(response), response.all().stream())
        .flatMap(place -> Stream.of(place.text("templateId"), place.text("id")))
        .filter(id -> !id.isEmpty())
        .findFirst().orElse("");
  }

  Filing query(String templateId) {
    Told told = gateway.ask(CloopenRequest.of("QuerySMSTemplate", "appId", appId(), "templateId", templateId));
    return new Filing(templateId, told.success().flatMap(tree -> state(tree, templateId)), told.answer());
  }

  /** Of the template asked for: the gateway tells of all when it misses the id. */
  private static Optional<State> state(CloopenTree response, String templateId) {
    List<CloopenTree> all = response.all("TemplateSMS");
    Optional<CloopenTree> asked = all.stream().filter(one -> one.text("id").equals(templateId)).findFirst();
    if (asked.isEmpty()) {
      return response.text("totalCount").equals("0") ? Optional.of(State.DELETED) : Optional.empty();
    }
    return switch (asked.get().text("status")) {
      case "0" -> Optional.of(State.PENDING);
      case "1" -> Optional.of(State.APPROVED);
      case "2" -> Optional.of(State.REJECTED);
      case "-1" -> Optional.of(State.DELETED);
      default -> Optional.empty();
    };
  }

  /** An operation that is not tried. */
  static Filing failed(String label) {
    return new Filing("", Optional.empty(), CloopenAnswers.notAsked(label));
  }

  private String appId() {
    return settings.text(CloopenSettings.APP_ID).strip();
  }
}
