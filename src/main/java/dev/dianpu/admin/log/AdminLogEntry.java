package dev.dianpu.admin.log;

import java.time.Instant;

/**
 * A line of the admin's log.
 *
 * @param admin who; empty for the installer
 * @param action key of a text
 * @param subject what was changed; as stored, or worded for the page
 * @param before the old value; as stored, or worded for the page
 * @param after the new value; likewise
 */
public record AdminLogEntry(
    long id, Instant at, String admin, String address, String action, String subject, String before, String after) {

  AdminLogEntry worded(String what, String was, String is) {
    return new AdminLogEntry(id, at, admin, address, action, what, was, is);
  }
}
