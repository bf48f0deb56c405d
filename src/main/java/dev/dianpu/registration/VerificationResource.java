package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.ApiProblem;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /api/v1/verifications}: a code is asked for by the page's script. */
@Path("/api/v1/verifications")
public class VerificationResource {

  @Inject RequestCode requestCode;
  @Inject EmailOffer emailOffer;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  /** What is asked. As texts, JSON-B would take a list with one text in it, too. */
  public static class Asked {
    public JsonValue phone;
    public JsonValue purpose;
    public JsonValue captcha;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response ask(Asked asked) {
    Locale locale = Visit.of(request).locale();
    CodeFor wanted = Optional.ofNullable(asked).flatMap(body -> CodeFor.of(text(body.purpose)))
        .orElseThrow(() -> new ApiProblem(
            400, "purpose-unknown", messages.text(locale, "registration.purpose-unknown"), Map.of()));
    CodeAnswer answer = requestCode.send(wanted, text(asked.phone), text(asked.captcha), Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      CodeAnswer.Reason reason = refused.reason();
      Map<String, Object> more = new HashMap<>(Map.of("field", reason.field()));
      if (refused.retryAfter() > 0) {
        more.put("retryAfter", refused.retryAfter());
      }
      if (wanted == CodeFor.REGISTER && reason == CodeAnswer.Reason.LIMIT_SITE && emailOffer.possible()) {
        more.put("byEmail", "/register/email");
      }
      throw new ApiProblem(reason.status(), reason.code(), refused.words(messages, locale, wanted.words()), more);
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    Map<String, Object> body = new HashMap<>(
        Map.of("id", sent.id(), "resendAfter", sent.resendAfter(), "validFor", sent.validFor()));
    if (!sent.certain()) {
      body.put("code", "outcome-unknown");
      body.put("detail", messages.text(locale, "registration.outcome-unknown"));
    }
    return Response.status(sent.certain() ? 200 : 202).entity(body).build();
  }

  /** Null where nothing was sent. */
  private static String text(JsonValue value) {
    if (value == null || value.equals(JsonValue.NULL)) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw new BadRequestException();
  }
}
