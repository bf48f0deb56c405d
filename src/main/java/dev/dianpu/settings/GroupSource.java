package dev.dianpu.settings;

import dev.dianpu.spi.SettingGroup;
import java.util.List;

/** A room that has settings of its own. Asked again after a plugin was installed or removed. */
public interface GroupSource {

  /** Its groups as of now. */
  List<SettingGroup> groups();
}
