package dev.dianpu.sms.supply;

import java.time.Instant;
import java.util.Optional;

/**
 * Which SMS are wanted; what is empty does not matter.
 *
 * @param channel a channel's id
 * @param from the earliest time
 * @param until the first moment that is too late
 */
public record UsageFilter(Optional<String> channel, Optional<Instant> from, Optional<Instant> until) {}
