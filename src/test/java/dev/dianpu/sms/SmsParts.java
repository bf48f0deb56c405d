package dev.dianpu.sms;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.system.BareBeans;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What tests of other rooms need of this one, to have SMS sent in a bare JVM. */
public final class SmsParts {

  /** The room's entities. */
  public static final List<Class<?>> ENTITIES = List.of(Message.class, Attempt.class, Bulk.class, BulkPhone.class,
      ReceivedEvent.class);

  /** The type of the fields by which the room tells that a message arrived. */
  public static final String CONFIRMED = "jakarta.enterprise.event.Event<dev.dianpu.sms.MessageFates$Confirmed>";

  private SmsParts() {}

  /** A gateway tells that the phone got its newest SMS, naming our own id. */
  public static void delivered(BareBeans beans, String channel, PhoneNumber phone) {
    Instant now = beans.get(Clock.class).instant();
    String ours = beans.transactions().inOne(() -> beans.get(ReceiptRepository.class)
        .newestTo(beans.get(SmsSecrets.class).digest(phone), now).orElseThrow().attemptId);
    beans.get(ReceiveEvents.class).keep(channel, List.of(
        new SmsEvent.Receipt(ours, phone.national(), true, "DELIVRD", "", Optional.of(now))));
    beans.get(EventWork.class).run();
  }

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
