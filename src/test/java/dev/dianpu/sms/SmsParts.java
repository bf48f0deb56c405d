package dev.dianpu.sms;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.system.BareBeans;
import java.util.List;

/** What tests of other rooms need of this one, to have SMS sent in a bare JVM. */
public final class SmsParts {

  /** The room's entities. */
  public static final List<Class<?>> ENTITIES = List.of(Message.class, Attempt.class);

  private SmsParts() {}

  /** What is kept in memory is read again, as after 清除缓存. */
  public static void forget(BareBeans beans) {
    Versions.Changed cleared = new Versions.Changed("cache");
    beans.get(ChannelPauses.class).forget(cleared);
    beans.get(Routes.class).forget(cleared);
    beans.get(FiledTexts.class).forget(cleared);
  }

  /** Ends attempts whose answer never came, as every node does from time to time. */
  public static void giveUp(BareBeans beans) {
    beans.get(GiveUpOnAnswers.class).run();
  }
}
