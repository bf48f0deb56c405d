package dev.dianpu.spi;

/** Why a phone has to prove itself. A code issued for one purpose proves nothing for another. */
public enum Purpose {
  /** A new member. */
  REGISTER,
  /** A member logs in by code. */
  LOGIN,
  /** A member forgot the password. */
  RESET_PASSWORD,
  /** A member adds or changes the phone. */
  BIND_PHONE,
  /** A member removes the phone. */
  UNBIND_PHONE,
  /** A sensitive operation is confirmed. */
  CONFIRM,
  /** A member changes the password. */
  CHANGE_PASSWORD,
  /** A member changes the e-mail address. */
  CHANGE_EMAIL,
  /** An admin logs in. */
  ADMIN_LOGIN
}
