package dev.dianpu.spi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A channel that sends to nobody: its SMS are shown to the shop's admins, who try the shop out. */
public interface SmsSandbox extends SmsChannel {

  /** What was "sent" last, newest first; empty as well when it cannot be read. */
  List<SandboxSms> latest();

  /**
   * An SMS that nobody got.
   *
   * @param at when it was sent
   * @param to to whom it would have gone
   * @param text with the signature
   */
  record SandboxSms(Instant at, PhoneNumber to, String text) {
    public SandboxSms {
      Objects.requireNonNull(at);
      Objects.requireNonNull(to);
      Objects.requireNonNull(text);
    }

    /** Without phone and text, so that neither reaches a log by accident. */
    @Override
    public String toString() {
      return "SandboxSms[" + at + "]";
    }
  }
}
