package dev.dianpu.platform.web;

import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.redis.RedisLost;
import dev.dianpu.platform.text.Messages;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what a resource throws into a page or, below {@code /api/}, a problem document. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {

  @Inject Messages messages;

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable e) {
    if (BoundedBody.exceeded(request)) {
      return Response.fromResponse(answer(413, "too-large", "")).header("Connection", "close").build();
    }
    if (e instanceof ApiProblem problem) {
      return problem(problem.status(), problem.code(), problem.getMessage(), problem.more());
    }
    if (e instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return status < 400 ? web.getResponse() : answer(status, reason(status), "");
    }
    if (e instanceof PasswordHasher.Busy) {
      return Response.fromResponse(answer(503, "busy", "")).header("Retry-After", 5).build();
    }
    if (e instanceof RedisLost) {
      return Response.fromResponse(answer(503, "counts-lost", "")).header("Retry-After", 30).build();
    }
    if (e instanceof ProcessingException && e.getCause() instanceof JsonbException) {
      return answer(400, "bad-request", "");
    }
    String incident = PageRenderer.log(e, request);
    return Failures.ofDatabase(e)
        ? Response.fromResponse(answer(503, "database-down", incident)).header("Retry-After", 5).build()
        : answer(500, "internal", incident);
  }

  /** The texts {@code error.<reason>} for a status. */
  static String reason(int status) {
    return switch (status) {
      case 404, 405 -> "not-found";
      case 403 -> "forbidden";
      case 413 -> "too-large";
      case 415 -> "wrong-type";
      case 429 -> "too-many";
      case 500, 501, 502, 503 -> "internal";
      default -> "bad-request";
    };
  }

  private Response answer(int status, String reason, String incident) {
    if (request.getRequestURI().startsWith("/api/")) {
      String detail = messages.text(Visit.of(request).locale(), "error." + reason + ".advice");
      return problem(status, reason, detail, incident.isEmpty() ? Map.of() : Map.of("incident", incident));
    }
    return PageRenderer.errorPage(status, reason, incident).response();
  }

  private static Response problem(int status, String code, String detail, Map<String, Object> more) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", status);
    document.put("code", code);
    document.put("detail", detail);
    document.putAll(more);
    Response.ResponseBuilder response = Response.status(status).type(ApiProblem.MEDIA_TYPE).entity(document);
    if (more.get("retryAfter") != null) {
      response.header("Retry-After", more.get("retryAfter"));
    }
    return response.build();
  }
}
