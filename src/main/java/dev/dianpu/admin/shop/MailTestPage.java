package dev.dianpu.admin.shop;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.mail.Mail;
import dev.dianpu.platform.mail.MailProblem;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** 发送测试邮件: one mail to the owner with the saved settings. */
@Path("/admin/mail/test")
public class MailTestPage {

  @Inject MailRoom mails;
  @Inject MailTested tested;
  @Inject AdminNotices notices;
  @Inject Messages messages;
  @Inject Settings settings;

  @Context HttpServletRequest request;

  @POST
  public Response send() {
    Visit visit = Visit.of(request);
    Optional<String> owner = mails.owner();
    Optional<MailProblem> problem = owner.map(to -> mails.send(mail(to, visit.locale())))
        .orElse(Optional.of(MailProblem.NOT_CONFIGURED));
    tested.note(problem.map(Enum::name).orElse("SENT"));
    problem.ifPresentOrElse(why -> notices.failed(visit, "mail.problem." + why),
        () -> notices.done(visit, "mail.test.sent", owner.orElse("")));
    return Response.seeOther(URI.create("/admin/settings/mail")).build();
  }

  private Mail mail(String to, Locale locale) {
    String shop = settings.text("shop.name");
    return new Mail(to, messages.text(locale, "mail.test.subject", shop), messages.text(locale, "mail.test.text", shop));
  }

  /** Who tested, in the admin's log. */
  @ApplicationScoped
  static class MailTested {

    @Inject AdminLog log;

    @Transactional
    void note(String result) {
      log.record("admin.log.mail-tested", "mail", "", result);
    }
  }
}
