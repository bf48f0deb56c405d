/**
 * SMS messages: choose a channel, send, keep the journal, fail over by outcome. A message and its attempt are committed
 * before a channel is called, and no transaction is held while it is called, so that a crash at any moment leaves a row
 * that tells the truth. What plugins supply is reached through {@link dev.dianpu.spi.SmsChannel} only.
 */
package dev.dianpu.sms;
