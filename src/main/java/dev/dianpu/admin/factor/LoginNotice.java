package dev.dianpu.admin.factor;

import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** 管理员登录通知: tells an admin by mail of a login from a new device, and of what was changed about the login. */
@ApplicationScoped
public class LoginNotice {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Inject FactorBook book;
  @Inject MailRoom mails;
  @Inject Messages messages;
  @Inject Settings settings;
  @Inject Clock clock;

  /** A login from a browser that was not known before; the owner can switch this mail off. */
  public void newDevice(long admin, String name, Visit visit) {
    if (settings.on(SecurityGroup.LOGIN_NOTICE)) {
      post(book.of(admin).email(), "admin.mail.new-device", name, visit);
    }
  }

  /** Something about the login was changed; goes to the address on file before, and cannot be switched off. */
  public void changed(Optional<String> email, String name, Visit visit) {
    post(email, "admin.mail.login-changed", name, visit);
  }

  private void post(Optional<String> email, String text, String name, Visit visit) {
    String shop = settings.text("shop.name");
    String time = TIME.format(clock.instant().atZone(ZoneId.of(settings.text("shop.zone"))));
    email.or(mails::owner).ifPresent(to -> mails.post(new Mail(to,
        messages.text(visit.locale(), text + ".subject", shop),
        messages.text(visit.locale(), text + ".text", shop, name, time, visit.address(),
            Browsers.name(visit.userAgent())))));
  }
}
