/** 货到付款: cash on delivery. */
package dev.dianpu.plugins.cashondelivery;
