/**
 * The channel 创信 (chuangxin): an SMS service sold on the Aliyun market (cmapi029993), called through the Aliyun API
 * gateway with an AppCode (document 001).
 *
 * <p>The document names four error codes and neither the field nor the HTTP status that carries them; they are looked
 * for in every likely place. It offers no call that costs nothing: the market counts calls, so there is no test of the
 * connection, and the balance is known from each accepted SMS only. Receipts, replies, bulk and templates by interface
 * are not documented.
 */
package dev.dianpu.plugins.chuangxin;
