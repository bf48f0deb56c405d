/**
 * What is left of what the shop bought: balances, packages, usage, and the alarms to the owner before it runs out. Sends
 * through the room like everybody else; nothing here stands between a person and an SMS.
 */
package dev.dianpu.sms.supply;
