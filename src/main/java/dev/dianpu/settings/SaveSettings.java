package dev.dianpu.settings;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Saves groups: all of their values, or none when one of them is wrong or two contradict each other. */
@ApplicationScoped
public class SaveSettings {

  private static final String HIDDEN = "******";

  @Inject Settings settings;
  @Inject SettingChanges changes;
  @Inject Versions versions;
  @Inject Instance<CrossCheck> crossChecks;

  /**
   * Saves what was entered for groups.
   *
   * @param entered by key; a key left out keeps its value, and so does a secret left blank
   * @param cleared keys of secrets whose saved values are taken away, whatever was entered for them
   * @return what is wrong, each beside a field; empty when it was saved and is live on this node
   */
  public List<SettingProblem> save(List<SettingGroup> groups, Map<String, String> entered, Set<String> cleared) {
    Draft draft = draft(groups, entered, cleared);
    if (draft.problems().isEmpty()) {
      changes.write(fields(groups), draft.wanted());
      versions.look();
    }
    return draft.problems();
  }

  /**
   * Values that are not saved.
   *
   * @param wanted what would be saved, by key
   * @param problems what is wrong with them
   * @param settings all values as they would be after saving; of use only if nothing is wrong
   */
  public record Draft(Map<String, String> wanted, List<SettingProblem> problems, Settings settings) {}

  private static List<SettingField> fields(List<SettingGroup> groups) {
    return groups.stream().flatMap(group -> group.fields().stream()).toList();
  }

  /** What {@link #save} would save, to be looked at before. */
  public Draft draft(List<SettingGroup> groups, Map<String, String> entered, Set<String> cleared) {
    Map<String, String> wanted = new LinkedHashMap<>();
    List<SettingProblem> problems = new ArrayList<>();
    for (SettingField field : fields(groups)) {
      String value = cleared.contains(field.key()) ? "" : entered.get(field.key());
      boolean kept = value == null || (field.type() == SettingField.Type.SECRET && value.isBlank()
          && !cleared.contains(field.key()));
      if (!kept) {
        String plain = value.strip().replace("\r\n", "\n");
        SettingRules.problem(field, plain).ifPresent(problems::add);
        wanted.put(field.key(), plain);
      }
    }
    problems.addAll(contradictions(groups, wanted, keys(problems)));
    return new Draft(wanted, problems, new WantedSettings(settings, wanted));
  }

  /**
   * What is told together with wrong values: contradictions of the groups that have none, and between groups. A wrong
   * value takes no part, since a check would stumble over it; the saved one stands for it.
   */
  private List<SettingProblem> contradictions(List<SettingGroup> groups, Map<String, String> wanted, Set<String> wrong) {
    Map<String, String> fine = new LinkedHashMap<>(wanted);
    fine.keySet().removeAll(wrong);
    Settings asWanted = new WantedSettings(settings, fine);
    List<SettingProblem> problems = new ArrayList<>();
    groups.stream().filter(group -> group.fields().stream().noneMatch(field -> wrong.contains(field.key())))
        .forEach(group -> problems.addAll(group.check().problems(asWanted)));
    Set<String> told = keys(problems);
    crossChecks.forEach(check -> check.problems(groups, asWanted).stream()
        .filter(problem -> !wrong.contains(problem.key()) && !told.contains(problem.key())).forEach(problems::add));
    return problems;
  }

  private static Set<String> keys(List<SettingProblem> problems) {
    return problems.stream().map(SettingProblem::key).collect(Collectors.toSet());
  }

  /** The values as they would be after saving. */
  private record WantedSettings(Settings saved, Map<String, String> wanted) implements Settings {

    @Override
    public String text(String key) {
      return wanted.containsKey(key) ? wanted.get(key) : saved.text(key);
    }

    @Override
    public boolean on(String key) {
      return Boolean.parseBoolean(text(key));
    }

    @Override
    public long number(String key) {
      return Long.parseLong(text(key));
    }

    @Override
    public String secret(String key) {
      return wanted.containsKey(key) ? wanted.get(key) : saved.secret(key);
    }
  }

  /** The write itself, in one transaction with the log. */
  @ApplicationScoped
  static class SettingChanges {

    @Inject SettingRepository repository;
    @Inject Settings settings;
    @Inject SecretBox box;
    @Inject AdminLog log;
    @Inject Versions versions;
    @Inject Clock clock;

    @jakarta.transaction.Transactional
    void write(List<SettingField> fields, Map<String, String> wanted) {
      for (SettingField field : fields) {
        String value = wanted.get(field.key());
        boolean secret = field.type() == SettingField.Type.SECRET;
        String before = secret ? settings.secret(field.key()) : settings.text(field.key());
        if (value != null && !value.equals(before)) {
          String stored = secret && !value.isEmpty() ? box.seal(LiveSettings.USE, field.key(), value) : value;
          repository.save(field.key(), stored, clock.instant());
          log.record("admin.log.setting-changed", field.key(), secret ? hidden(before) : before,
              secret ? hidden(value) : value);
        }
      }
      versions.bump("settings");
    }

    /** Tells that there is a secret, not which. */
    private static String hidden(String secret) {
      return secret.isEmpty() ? "" : HIDDEN;
    }
  }
}
