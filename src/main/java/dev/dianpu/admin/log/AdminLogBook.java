package dev.dianpu.admin.log;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.platform.web.CurrentVisit;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps the log of changes in the database, and finds them again. */
@ApplicationScoped
class AdminLogBook implements AdminLog {

  private static final int LONGEST_SUBJECT = 120;

  @Inject AdminLogRepository repository;
  @Inject LogWords words;
  @Inject CurrentAdmin admin;
  @Inject CurrentVisit current;
  @Inject Clock clock;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String action, String subject, String before, String after) {
    String address = current.visit().map(Visit::address).orElse("");
    String kept = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    repository.insert(new AdminLogEntry(
        0, clock.instant(), admin.name().orElse(""), address, action, kept, before, after));
  }

  /** A page of the log, its values in words. */
  Slice<AdminLogEntry> page(LogQuery query, Locale locale) {
    Optional<String> who = query.value("admin").map(name -> name.equals(LogWords.NOBODY) ? "" : name);
    Optional<String> action = query.value("action");
    NewestFirst newest = new NewestFirst("admin_log", index(who, action), "at");
    who.ifPresent(name -> newest.only("admin_name", name));
    action.ifPresent(key -> newest.only("action", key));
    query.from().ifPresent(newest::from);
    query.until().ifPresent(newest::until);
    Optional.ofNullable(query.before()).flatMap(repository::find)
        .ifPresent(last -> newest.after(last.at(), last.id()));
    List<AdminLogEntry> found = repository.page(newest, LogQuery.SIZE + 1).stream()
        .map(entry -> words.of(entry, locale)).toList();
    return Slice.of(found, LogQuery.SIZE, AdminLogEntry::id);
  }

  private static String index(Optional<String> who, Optional<String> action) {
    if (who.isPresent()) {
      return action.isPresent() ? "admin_log_both" : "admin_log_admin";
    }
    return action.isPresent() ? "admin_log_action" : "admin_log_at";
  }

  /** What was ever done. */
  List<String> actions() {
    return repository.actions();
  }

  /** Who ever did something; an empty name for the installer. */
  List<String> admins() {
    return repository.admins();
  }
}
