package dev.dianpu.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLException;

/** Why a mail did not leave; worded {@code mail.problem.<NAME>}, with what to do about it. */
public enum MailProblem {
  /** No server, no sender or no address to send to is saved. */
  NOT_CONFIGURED,
  /** Nobody answers at this name and port, or not in time. */
  UNREACHABLE,
  /** The server does not encrypt as the settings want, or its certificate is not its own. */
  ENCRYPTION,
  /** User or password is wrong. */
  CREDENTIALS,
  /** The server does not take mail from this sender to this address. */
  ADDRESS,
  /** Something else; the log names the kind. */
  FAILED;

  private static final Map<Class<? extends Exception>, MailProblem> KINDS = Map.of(
      AuthenticationFailedException.class, CREDENTIALS,
      SendFailedException.class, ADDRESS,
      AddressException.class, ADDRESS,
      SSLException.class, ENCRYPTION,
      UnknownHostException.class, UNREACHABLE,
      ConnectException.class, UNREACHABLE,
      NoRouteToHostException.class, UNREACHABLE,
      SocketTimeoutException.class, UNREACHABLE);

  /** The reason behind what Jakarta Mail threw: the innermost that says something. */
  static MailProblem of(Throwable thrown) {
    MailProblem problem = FAILED;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      for (Map.Entry<Class<? extends Exception>, MailProblem> kind : KINDS.entrySet()) {
        problem = kind.getKey().isInstance(cause) ? kind.getValue() : problem;
      }
    }
    return problem == FAILED && String.valueOf(thrown.getMessage()).contains("STARTTLS") ? ENCRYPTION : problem;
  }
}
