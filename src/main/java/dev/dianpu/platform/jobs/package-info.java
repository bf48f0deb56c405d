/**
 * What the shop does without being asked: a room makes a bean of its repeated work, and this package does it on every
 * node. Anybody may import it; it knows no room but the database, without which no chore runs.
 */
package dev.dianpu.platform.jobs;
