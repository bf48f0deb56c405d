package dev.dianpu.catalog.admin;

/**
 * What is wrong with a field.
 *
 * @param key of a text with two places
 * @param least what the field takes at least
 * @param most what it takes at most
 */
public record Wrong(String key, Object least, Object most) {

  static Wrong of(String key) {
    return new Wrong(key, "", "");
  }
}
