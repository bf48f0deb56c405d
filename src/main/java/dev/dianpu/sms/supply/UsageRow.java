package dev.dianpu.sms.supply;

import dev.dianpu.sms.AttemptState;
import java.time.Instant;

/**
 * One SMS that was paid for, or may have been. Whom it went to is not told here.
 *
 * @param number of the attempt, unique in the shop
 * @param template the text's name
 * @param state {@link AttemptState#ACCEPTED} or {@link AttemptState#UNKNOWN}
 */
public record UsageRow(long number, Instant at, String channel, String template, int parts, AttemptState state) {}
