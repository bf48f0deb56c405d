/**
 * Tells people from scripts before anything costs money: captchas of three kinds, the gate that checks their answers,
 * and the send tickets that a right answer earns. Showing a captcha stores nothing; answering one burns it. Host rooms
 * above may import it.
 */
package dev.dianpu.captcha;
