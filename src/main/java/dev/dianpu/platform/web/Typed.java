package dev.dianpu.platform.web;

/** What a person typed, to be shown again. */
public final class Typed {

  private Typed() {}

  /** Cut where no field would let a person go on: a page repeats nobody's 100 KB. */
  public static String again(String typed, int most) {
    if (typed.length() <= most) {
      return typed;
    }
    return typed.substring(0, Character.isHighSurrogate(typed.charAt(most - 1)) ? most - 1 : most);
  }
}
