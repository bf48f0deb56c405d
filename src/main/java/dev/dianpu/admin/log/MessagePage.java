package dev.dianpu.admin.log;

import dev.dianpu.admin.account.ConfirmPage;
import dev.dianpu.admin.account.Confirmed;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.SmsTimeline;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.verification.VerificationTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** One message: what led to it, what was tried, what came back, what became of its code. */
@Path("/admin/sms/messages/{id: [0-9]{1,18}}")
public class MessagePage {

  @Inject SmsTimeline timeline;
  @Inject MessageStory story;
  @Inject PhoneShown shown;
  @Inject Confirmed confirmed;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("id") long id) {
    SmsTimeline.Story message = timeline.of(id).orElseThrow(NotFoundException::new);
    Optional<VerificationTrail> trail = story.trail(message);
    return Page.of("admin/message").with("message", message).with("trail", trail.orElse(null))
        .with("moments", story.moments(message, trail));
  }

  /** The same with the whole phone, this once, for an admin who proved lately to be there; the log says who saw it. */
  @POST
  @Path("phone")
  public Response phone(@PathParam("id") long id) {
    if (!confirmed.fresh(Visit.of(request))) {
      return ConfirmPage.ask("/admin/sms/messages/" + id);
    }
    PhoneNumber phone = timeline.phone(id).orElseThrow(NotFoundException::new);
    shown.note(id, phone);
    return show(id).with("phone", phone.national()).response();
  }

  /** Who saw a phone is noted before it is shown. */
  @ApplicationScoped
  static class PhoneShown {

    @Inject AdminLog log;

    @Transactional
    void note(long message, PhoneNumber phone) {
      log.record("admin.log.sms-phone-shown", phone.masked(), "", "#" + message);
    }
  }
}
