/**
 * Phones that prove themselves by a code: issue it, count and compare tries, keep the proof until it is used once, and
 * the log of all this. A verification belongs to the session that asked for it: without that session nothing is
 * compared and nothing is counted, so a stranger cannot burn somebody's tries. Sends nothing itself.
 */
package dev.dianpu.verification;
