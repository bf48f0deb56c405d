/**
 * The logs that an owner reads: changes made in the admin, SMS messages, verifications. Each page is one walk down an
 * index, however large the table; phones are masked.
 */
package dev.dianpu.admin.log;
