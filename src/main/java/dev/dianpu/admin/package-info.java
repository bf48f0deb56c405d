/** The owner's side of the shop: admin accounts and their login, menu, log, the pages of the settings and the logs. */
package dev.dianpu.admin;
