package dev.dianpu.platform;

import dev.dianpu.platform.web.Visit;

/** What an action of the admin has to say on the next page, once; the room {@code admin} keeps it until then. */
public interface AdminNotices {

  /**
   * Says that something was done.
   *
   * @param message key of a text
   * @param arguments for its places; nothing secret
   */
  void done(Visit visit, String message, Object... arguments);

  /** Says that something could not be done; as {@link #done}. */
  void failed(Visit visit, String message, Object... arguments);
}
