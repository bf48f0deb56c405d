package dev.dianpu.admin.account;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an action has to say on the next page, once: an action answers with a redirect, and leaves its words here. Kept
 * with the session, so that they survive the way to another node and cannot be forged by a link.
 */
@ApplicationScoped
public class Notices implements AdminNotices {

  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST = 1000;

  @Inject AdminSessionRepository sessions;
  @Inject Messages messages;

  /** Words for the next page. */
  public record Notice(boolean good, String text) {}

  @Override
  public void done(Visit visit, String message, Object... arguments) {
    keep(visit, "+", message, arguments);
  }

  @Override
  public void failed(Visit visit, String message, Object... arguments) {
    keep(visit, "-", message, arguments);
  }

  private void keep(Visit visit, String kind, String message, Object... arguments) {
    StringBuilder kept = new StringBuilder(kind).append(message);
    Arrays.stream(arguments).forEach(argument -> kept.append(SEPARATOR).append(argument));
    String notice = kept.substring(0, Math.min(kept.length(), LONGEST));
    SignedIn.of(visit).ifPresent(admin -> sessions.notice(admin.session(), notice));
  }

  /** Takes what was left for this page. */
  public Optional<Notice> take(Visit visit) {
    return SignedIn.of(visit).filter(admin -> !admin.notice().isEmpty()).map(admin -> {
      sessions.notice(admin.session(), "");
      String[] parts = admin.notice().substring(1).split(SEPARATOR, -1);
      Object[] arguments = Arrays.copyOfRange(parts, 1, parts.length);
      return new Notice(admin.notice().startsWith("+"), messages.text(visit.locale(), parts[0], arguments));
    });
  }
}
