package dev.dianpu.member;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 会员注册项: what new members are asked besides what an account needs. */
@ApplicationScoped
public class RegistrationFields {

  /** The most at once. */
  public static final int MOST = 10;

  static final String TOPIC = "member-fields";

  private static final int LONGEST = 100;
  private static final int LONGEST_LABEL = 20;
  private static final int LAST_PLACE = 999;

  private final Kept<List<Field>> known = new Kept<>();

  @Inject FieldRepository repository;
  @Inject FieldChanges changes;
  @Inject Versions versions;

  /** What an answer must be like. */
  public enum Kind {
    TEXT,
    /** Such as the number of a QQ account. */
    DIGITS,
    DATE
  }

  /**
   * Something that new members are asked.
   *
   * @param id its number; 0 for a new one
   * @param place smallest first
   */
  public record Field(long id, String label, Kind kind, int place, boolean shown, boolean required) {

    /** What is wrong with it, as the key of a text. */
    public Optional<String> problem() {
      boolean fine = !label.isBlank() && label.codePointCount(0, label.length()) <= LONGEST_LABEL
          && !Spelling.hidesSomething(label);
      return !fine ? Optional.of("member-fields.label-wrong")
          : place < 0 || place > LAST_PLACE ? Optional.of("member-fields.place-wrong") : Optional.empty();
    }
  }

  /** All, in their order. */
  public List<Field> all() {
    return known.get(repository::all);
  }

  /** Those that the register form shows. */
  public List<Field> shown() {
    return all().stream().filter(Field::shown).toList();
  }

  /** What is wrong with the answers, by the field's number, as the key of a text. */
  public Map<Long, String> problems(Map<Long, String> answers) {
    Map<Long, String> problems = new LinkedHashMap<>();
    for (Field field : shown()) {
      String answer = answers.getOrDefault(field.id(), "").strip();
      if (answer.isEmpty()) {
        if (field.required()) {
          problems.put(field.id(), "member-fields.required");
        }
      } else if (!fits(field, answer)) {
        problems.put(field.id(), "member-fields.wrong-" + field.kind().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
    return problems;
  }

  private static boolean fits(Field field, String answer) {
    return switch (field.kind()) {
      case TEXT -> answer.codePointCount(0, answer.length()) <= LONGEST && !Spelling.hidesSomething(answer);
      case DIGITS -> answer.matches("[0-9]{1,20}");
      case DATE -> date(answer);
    };
  }

  private static boolean date(String answer) {
    try {
      return LocalDate.parse(answer).getYear() >= 1900;
    } catch (DateTimeParseException notADay) {
      return false;
    }
  }

  /** Keeps the answers of a member to what is asked now, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(long member, Map<Long, String> answers) {
    for (Field field : shown()) {
      String answer = answers.getOrDefault(field.id(), "").strip();
      if (!answer.isEmpty()) {
        repository.answer(member, field.id(), answer);
      }
    }
  }

  /** What a member answered, by the field's label. */
  public Map<String, String> answers(long member) {
    return repository.answers(member);
  }

  /** Adds a field, or changes it; false if another one has this label. */
  public boolean put(Field field) {
    boolean done = changes.put(field);
    versions.look();
    return done;
  }

  /** Takes a field away, with all answers to it. */
  public boolean remove(long id) {
    boolean done = all().stream().filter(field -> field.id() == id).findFirst().map(changes::remove).orElse(false);
    versions.look();
    return done;
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      known.forget();
    }
  }

  /** The writes, each in one transaction with the admin's log. */
  @ApplicationScoped
  @Transactional
  static class FieldChanges {

    @Inject FieldRepository repository;
    @Inject AdminLog log;
    @Inject Versions versions;

    boolean put(Field field) {
      if (repository.taken(field)) {
        return false;
      }
      repository.put(field);
      log.record("admin.log.member-field", field.label(), "",
          field.kind() + (field.shown() ? " shown" : "") + (field.required() ? " required" : ""));
      versions.bump(TOPIC);
      return true;
    }

    boolean remove(Field field) {
      boolean removed = repository.remove(field.id());
      if (removed) {
        log.record("admin.log.member-field-removed", field.label(), "", "");
        versions.bump(TOPIC);
      }
      return removed;
    }
  }
}
