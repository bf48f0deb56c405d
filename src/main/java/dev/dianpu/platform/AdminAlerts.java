package dev.dianpu.platform;

import java.util.List;

/**
 * What the owner must know on every page of the admin until it is put right; every bean of this type is asked for each
 * page, so it answers from memory.
 */
public interface AdminAlerts {

  /** The alerts as of now. */
  List<Alert> alerts();

  /**
   * An alert.
   *
   * @param message key of a text
   * @param arguments for its places; nothing secret
   * @param href the page on which it can be put right
   */
  record Alert(String message, List<Object> arguments, String href) {
    public Alert(String message, String href, Object... arguments) {
      this(message, List.of(arguments), href);
    }
  }
}
