package dev.dianpu.sms;

import dev.dianpu.settings.CrossCheck;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A send must not be given up while its gateway may still answer: it would be logged as unknown and perhaps sent again.
 * So the longest wait of every installed channel has to fit into {@code sms.stuck-after}, with room to spare.
 */
@ApplicationScoped
class StuckAfterCheck implements CrossCheck {

  private static final String CONNECT = ".connect-timeout";
  private static final String READ = ".read-timeout";
  /** For name resolution, the database and a busy server. */
  private static final long SPARE = 30;

  @Inject SettingCatalog catalog;

  @Override
  public List<SettingProblem> problems(List<SettingGroup> saving, Settings wanted) {
    long after = wanted.number(SmsGroups.STUCK_AFTER);
    List<SettingProblem> problems = new ArrayList<>();
    saving.stream().filter(StuckAfterCheck::waits).filter(group -> whole(group, wanted) + SPARE > after)
        .forEach(group -> problems.add(new SettingProblem(group.id() + READ, "sms.problem.timeouts-too-long",
            Long.toString(whole(group, wanted)), SPARE, Long.toString(after))));
    if (problems.isEmpty() && saving.stream().anyMatch(group -> group.id().equals(SmsGroups.ID))) {
      Optional<SettingGroup> slowest = catalog.groups().stream().filter(StuckAfterCheck::waits)
          .max(Comparator.comparingLong(group -> whole(group, wanted)));
      slowest.filter(group -> whole(group, wanted) + SPARE > after).ifPresent(group ->
          problems.add(new SettingProblem(SmsGroups.STUCK_AFTER, "sms.problem.stuck-too-soon",
              group.id(), Long.toString(whole(group, wanted)), SPARE, Long.toString(whole(group, wanted) + SPARE))));
    }
    return problems;
  }

  /** Whether the group is a channel's with time-outs: channels name them alike. */
  private static boolean waits(SettingGroup group) {
    return List.of(CONNECT, READ).stream()
        .allMatch(name -> group.fields().stream().anyMatch(field -> field.key().equals(group.id() + name)));
  }

  private static long whole(SettingGroup group, Settings wanted) {
    return GatewayTimeouts.ofSeconds(wanted.number(group.id() + CONNECT), wanted.number(group.id() + READ)).whole()
        .toSeconds();
  }
}
