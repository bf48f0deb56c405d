package dev.dianpu.notification;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** How notices that could not be sent are tried again. With the defaults the last try comes some four hours later. */
@ApplicationScoped
class NoticeGroups implements GroupSource {

  static final String TRIES = "notification.tries";
  static final String FIRST_WAIT = "notification.first-wait";
  static final String GROWTH = "notification.growth";

  private static final int ORDER = 106;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("notification", ORDER,
        SettingField.number(TRIES, 10, 1, 30, "times"),
        SettingField.number(FIRST_WAIT, 30, 5, 3600, "seconds"),
        SettingField.number(GROWTH, 2, 1, 10, "fold")).onTab("duanxintong"));
  }

  static RetryPolicy policy(Settings settings) {
    return new RetryPolicy(settings.number(TRIES), Duration.ofSeconds(settings.number(FIRST_WAIT)),
        settings.number(GROWTH));
  }
}
