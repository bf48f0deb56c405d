/**
 * 发送限额: the page of the limits. What is used now, who is blocked and until when, the settings and where others set
 * them. It lists nobody by phone, since the shop stores digests only.
 */
package dev.dianpu.admin.limit;
