package dev.dianpu.admin.shop;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.settings.SaveSettings;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingField.Type;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns settings groups into a form and back. */
@ApplicationScoped
public class SettingForms {

  /** Of the box beside a secret that takes its value away. */
  private static final String CLEAR = ".clear";

  @Inject Settings settings;
  @Inject SaveSettings saving;
  @Inject SmsPreviews previews;
  @Inject Messages messages;

  /**
   * A group as the page shows it.
   *
   * @param id of the group
   * @param help key of its introduction; empty without one
   * @param rows its fields
   */
  public record Section(String id, String help, List<SettingRow> rows) {}

  /** A page with the saved values. */
  public Page show(Page page, List<SettingGroup> groups, Locale locale) {
    return fill(page, groups, Map.of(), List.of(), locale);
  }

  /** A page with other values in place of the saved ones, which nobody saved yet. */
  public Page propose(Page page, List<SettingGroup> groups, Map<String, String> values, Locale locale) {
    return fill(page, groups, values, List.of(), locale);
  }

  /** Saves what was entered; what is wrong with it, or nothing if it was saved. */
  public List<SettingProblem> save(List<SettingGroup> groups, Map<String, String> entered) {
    return saving.save(groups, entered, cleared(groups, entered));
  }

  /** What was entered, to be tried without saving it. */
  public SaveSettings.Draft draft(List<SettingGroup> groups, Map<String, String> entered) {
    return saving.draft(groups, entered, cleared(groups, entered));
  }

  private static Set<String> cleared(List<SettingGroup> groups, Map<String, String> entered) {
    return groups.stream().flatMap(group -> group.fields().stream())
        .filter(field -> field.type() == Type.SECRET).map(SettingField::key)
        .filter(key -> entered.containsKey(key + CLEAR) && entered.getOrDefault(key, "").isBlank())
        .collect(Collectors.toSet());
  }

  /** The page again with what was entered, nothing of which is saved. */
  public Page again(Page page, List<SettingGroup> groups, Map<String, String> entered, Locale locale) {
    return fill(page, groups, entered, List.of(), locale);
  }

  /** The page again with what was entered, each problem beside its field, secrets left out. */
  public Page refuse(Page page, List<SettingGroup> groups, Map<String, String> entered, List<SettingProblem> problems,
      Locale locale) {
    return fill(page, groups, entered, problems, locale).status(422).with("problems", problems.size());
  }

  private Page fill(Page page, List<SettingGroup> groups, Map<String, String> entered, List<SettingProblem> problems,
      Locale locale) {
    return page.with("sections", groups.stream().map(group -> new Section(group.id(),
        textOrNone("setting-group." + group.id() + ".help"),
        group.fields().stream().map(field -> row(field, entered, problems, locale)).toList())).toList());
  }

  private SettingRow row(
      SettingField field, Map<String, String> entered, List<SettingProblem> problems, Locale locale) {
    boolean secret = field.type() == Type.SECRET;
    String value = secret ? "" : entered.getOrDefault(field.key(), settings.text(field.key()));
    String error = problems.stream().filter(problem -> problem.key().equals(field.key())).findFirst()
        .map(problem -> messages.text(locale, problem.message(), problem.arguments().toArray())).orElse("");
    return new SettingRow(field.key(), field.type().name().toLowerCase(Locale.ROOT), value,
        secret && !settings.secret(field.key()).isEmpty(), textOrNone("setting." + field.key() + ".help"),
        field.unit().isEmpty() ? "" : "unit." + field.unit(),
        field.type() == Type.NUMBER ? List.of(field.min(), field.max()) : List.of(), field.choices(), field.max(),
        field.required(), error, field.type() == Type.SMS_TEXT ? previews.of(field, value, locale) : null);
  }

  private String textOrNone(String key) {
    return messages.has(key) ? key : "";
  }
}
