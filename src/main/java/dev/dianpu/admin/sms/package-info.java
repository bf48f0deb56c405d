/** 短信管理: the owner's pages of the channels. Knows channels by what they can do, never by their plugins. */
package dev.dianpu.admin.sms;
