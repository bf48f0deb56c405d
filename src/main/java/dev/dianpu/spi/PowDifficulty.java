package dev.dianpu.spi;

/**
 * Says how much work a proof of work takes. Any bean may: of several the one that asks for most decides, and none asks
 * for less than the owner's setting. It is called for each challenge, so it answers from memory.
 */
@FunctionalInterface
public interface PowDifficulty {

  /**
   * The most hashes (SHA-256) that a visitor of this form has to try now; on average it is half of them. The host goes
   * no further than 20 million.
   *
   * @param form the form's name, such as {@code register}
   * @param usual what the owner's setting asks for in quiet times
   */
  long most(String form, long usual);
}
