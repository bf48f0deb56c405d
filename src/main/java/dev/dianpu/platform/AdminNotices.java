package dev.dianpu.platform;

import jakarta.servlet.http.HttpServletRequest;

/** What an action of the admin has to say on the next page, once; the room {@code admin} keeps it until then. */
public interface AdminNotices {

  /**
   * Says that something was done.
   *
   * @param message key of a text
   * @param arguments for its places; nothing secret
   */
  void done(HttpServletRequest request, String message, Object... arguments);

  /** Says that something could not be done; as {@link #done}. */
  void failed(HttpServletRequest request, String message, Object... arguments);
}
