package dev.dianpu.sms.supply;

import java.time.LocalDate;

/**
 * What was sent through a channel on a day.
 *
 * @param sms how many left or may have left
 * @param parts how many SMS of one part they took
 */
public record UsageDay(LocalDate day, String channel, long sms, long parts) {}
