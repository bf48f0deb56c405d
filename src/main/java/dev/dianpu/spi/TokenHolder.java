package dev.dianpu.spi;

/** A channel that keeps an access token of its gateway in memory. */
public interface TokenHolder extends SmsChannel {

  /** Drops the token, so that the next call fetches a new one; called when the owner clears the caches. */
  void forgetToken();
}
