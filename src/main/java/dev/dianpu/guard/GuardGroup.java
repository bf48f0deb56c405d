package dev.dianpu.guard;

import dev.dianpu.platform.web.AddressRange;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 风控: when the gate hardens, whom it lets alone, how the owner is told. It has a page of its own. */
@ApplicationScoped
class GuardGroup implements GroupSource {

  static final String ID = "guard";
  static final String CONVERSION = "guard.conversion";
  static final String NORMAL = "guard.normal";
  static final String FLOOR_SITE = "guard.floor-site";
  static final String FLOOR_RANGE = "guard.floor-range";
  static final String FLOOR_PREFIX = "guard.floor-prefix";
  static final String SLIDER_FACTOR = "guard.slider-factor";
  static final String PAUSE_FACTOR = "guard.pause-factor";
  static final String PAUSE = "guard.pause-minutes";
  static final String LONGEST = "guard.longest-minutes";
  static final String BLOCKED = "guard.blocked";
  static final String TRUSTED = "guard.trusted";
  static final String MAIL = "guard.mail";
  static final String WEBHOOK = "guard.webhook";
  static final String SECRET = "guard.webhook-secret";

  private static final List<String> MODES = Arrays.stream(Mode.values()).map(Mode::name).toList();
  private static final int MOST_RANGES = 200;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of(ID, -1,
        SettingField.choice(Step.PROOF.setting(), Mode.ENFORCE.name(), MODES),
        SettingField.choice(Step.SLIDER.setting(), Mode.ENFORCE.name(), MODES),
        SettingField.choice(Step.PAUSE.setting(), Mode.ENFORCE.name(), MODES),
        SettingField.number(FLOOR_SITE, 60, 5, 1_000_000, "times"),
        SettingField.number(FLOOR_RANGE, 10, 2, 1_000_000, "times"),
        SettingField.number(FLOOR_PREFIX, 10, 2, 1_000_000, "times"),
        SettingField.number(NORMAL, 300, 100, 10_000, "percent"),
        SettingField.number(CONVERSION, 50, 1, 100, "percent"),
        SettingField.number(SLIDER_FACTOR, 200, 100, 10_000, "percent"),
        SettingField.number(PAUSE_FACTOR, 300, 100, 10_000, "percent"),
        SettingField.number(PAUSE, 5, 1, 120, "minutes"),
        SettingField.number(LONGEST, 120, 5, 1440, "minutes"),
        SettingField.textArea(BLOCKED, ""),
        SettingField.textArea(TRUSTED, ""),
        SettingField.onOff(MAIL, true),
        SettingField.url(WEBHOOK, ""),
        SettingField.secret(SECRET).length(16, 120)).checkedBy(GuardGroup::problems));
  }

  private static List<SettingProblem> problems(Settings wanted) {
    List<SettingProblem> problems = new ArrayList<>();
    if (wanted.number(PAUSE_FACTOR) < wanted.number(SLIDER_FACTOR)) {
      problems.add(new SettingProblem(PAUSE_FACTOR, "settings.problem.guard-order"));
    }
    if (wanted.number(LONGEST) < wanted.number(PAUSE)) {
      problems.add(new SettingProblem(LONGEST, "settings.problem.guard-longest"));
    }
    List.of(BLOCKED, TRUSTED).forEach(key -> wrongRange(wanted.text(key)).ifPresent(line ->
        problems.add(new SettingProblem(key, "settings.problem.guard-range", line))));
    if (!wanted.text(WEBHOOK).isEmpty() && wanted.secret(SECRET).isEmpty()) {
      problems.add(new SettingProblem(SECRET, "settings.problem.guard-secret"));
    }
    return problems;
  }

  private static Optional<String> wrongRange(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream().filter(line -> AddressRange.parse(line).isEmpty()).findFirst()
        .or(() -> lines.stream().skip(MOST_RANGES).findFirst());
  }
}
