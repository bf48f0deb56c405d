/**
 * Values in Redis, where an operator named one: what lives for a day at most and is asked for at every send. Rooms that
 * keep such values either here or in the database ask {@link dev.dianpu.platform.redis.Stores} which of both holds now,
 * so that nobody ever counts in neither.
 */
package dev.dianpu.platform.redis;
