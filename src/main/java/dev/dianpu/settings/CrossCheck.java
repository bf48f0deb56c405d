package dev.dianpu.settings;

import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import java.util.List;

/** Finds contradictions between values of different groups, whichever of them is being saved. A bean of a room. */
public interface CrossCheck {

  /**
   * What is wrong.
   *
   * @param saving the groups being saved: a problem belongs beside one of their fields, since others are not on the page
   * @param wanted all values as they would be after saving
   */
  List<SettingProblem> problems(List<SettingGroup> saving, Settings wanted);
}
