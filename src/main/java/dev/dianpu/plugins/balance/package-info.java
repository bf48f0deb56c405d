/** 余额支付: payment from the member's balance with the shop. */
package dev.dianpu.plugins.balance;
