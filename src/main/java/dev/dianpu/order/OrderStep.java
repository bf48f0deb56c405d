package dev.dianpu.order;

import java.time.Instant;

/**
 * A recorded step.
 *
 * @param step from 1
 * @param standing after it
 * @param note of the admin; not for the member's eyes
 */
public record OrderStep(int step, Action action, Standing standing, Actor actor, String note, Instant at) {}
