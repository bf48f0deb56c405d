/**
 * Notices of what happened in the shop. A notice is a row that is written in the transaction of what happened, or not at
 * all; whichever node claims the row sends it. The database's unique keys, here on the notice and in the journal of SMS
 * on the message, are what keeps a notice from being sent twice; everything else only keeps it from being lost.
 */
package dev.dianpu.notification;
