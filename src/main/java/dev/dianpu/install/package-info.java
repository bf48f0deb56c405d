/**
 * The installer: shown while the database is not a shop yet, to whoever has the one-time key that the server prints at
 * its start; gone for good afterwards. It can be left and taken up again at any point: where it stands is read from the
 * database, never kept in memory.
 */
package dev.dianpu.install;
