package dev.dianpu.sms;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** What all channels share: the first choice and the signature. */
@ApplicationScoped
class SmsGroups implements GroupSource {

  static final String PRIMARY = "sms.primary";
  static final String SIGNATURE = "sms.signature";
  static final String STUCK_AFTER = "sms.stuck-after";
  /** The tab on which the owner looks for the signature (src/adr/0004); not there, the group has a tab of its own. */
  private static final String TAB = "duanxintong";

  /** Asked for late: the settings must be known before the plugins that supply channels are. */
  @Inject Instance<Channels> channels;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("sms", 105,
        SettingField.text(PRIMARY, "").length(0, 32),
        SettingField.text(SIGNATURE, "").length(2, 16).matching("[^【】\\[\\]]+"),
        SettingField.number(STUCK_AFTER, 60, 40, 600, "seconds")).onTab(TAB).checkedBy(this::problems));
  }

  private List<SettingProblem> problems(Settings wanted) {
    String primary = wanted.text(PRIMARY);
    List<String> known = channels.get().ids();
    return primary.isEmpty() || known.contains(primary) ? List.of()
        : List.of(new SettingProblem(PRIMARY, "sms.problem.primary", String.join(" ", known)));
  }
}
