package dev.dianpu.sms;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What all channels share: the signature, how long an answer is waited for, what an SMS costs. */
@ApplicationScoped
class SmsGroups implements GroupSource {

  static final String ID = "sms";
  static final String SIGNATURE = "sms.signature";
  static final String STUCK_AFTER = "sms.stuck-after";
  static final String OPT_OUT_WORDS = "sms.opt-out-words";
  static final String KEEP_EVENTS = "sms.keep-events";
  static final String PRICE = "sms.price";
  /** The tab on which the owner looks for the signature (src/adr/0004); not there, the group has a tab of its own. */
  private static final String TAB = "duanxintong";

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of(ID, 105,
        SettingField.text(SIGNATURE, "").length(2, 16).matching(SettingField.SIGNATURE),
        SettingField.number(STUCK_AFTER, 60, 40, 600, "seconds"),
        SettingField.text(OPT_OUT_WORDS, OptOutWords.DEFAULT),
        SettingField.number(KEEP_EVENTS, 180, 7, 3650, "days"),
        SettingField.text(PRICE, "0.05").mandatory().matching("[0-9]{1,3}(\\.[0-9]{1,4})?")).onTab(TAB));
  }
}
