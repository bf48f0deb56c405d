package dev.dianpu.spi;

/**
 * Reading access to the shop's settings. Values come from memory: a call costs a map look-up, and sees a change made on
 * any node within two seconds.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a key that no settings group describes.
 */
public interface Settings {

  /** The value of a text, choice or text area; the described default when nothing was saved; never null. */
  String text(String key);

  /** The value of a switch. */
  boolean on(String key);

  /** The value of a number, in the unit that its {@link SettingField} names. */
  long number(String key);

  /** The opened value of a secret; empty when none was saved. Must not be logged or shown. */
  String secret(String key);
}
