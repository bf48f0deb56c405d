/**
 * How much may be sent: budgets of each phone, address, range of addresses and of the whole shop, taken together or not
 * at all, never one too many however many ask at once. Host rooms above may import it. It knows no captcha, no code and
 * no SMS.
 */
package dev.dianpu.limit;
