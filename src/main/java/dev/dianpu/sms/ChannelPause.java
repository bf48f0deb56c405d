package dev.dianpu.sms;

import java.time.Instant;

/**
 * Why and until when a channel is left alone.
 *
 * @param channel its id
 * @param failures how often in a row it failed
 * @param since of the first failure
 * @param triedAt of the newest failure or probe
 * @param endsAt when one SMS may probe it
 * @param cause the name of a {@link dev.dianpu.spi.SendOutcome.Cause}; empty for answers that did not come
 * @param explanation key of the texts {@code .cause} and {@code .remedy}
 */
public record ChannelPause(
    String channel, int failures, Instant since, Instant triedAt, Instant endsAt, String cause, String explanation) {

  /** Whether it keeps messages away; one of no failures only counts answers that did not come. */
  public boolean keepsAway() {
    return failures > 0;
  }
}
