/** 银行汇款: a transfer to the shop's account, which an admin looks for and marks. */
package dev.dianpu.plugins.banktransfer;
