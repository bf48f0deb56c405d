package dev.dianpu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Lets a visitor choose the language; kept in a cookie of this browser. */
@Path("/language")
public class LanguagePage {

  private static final int YEAR = 365 * 24 * 3600;

  @Context HttpServletRequest request;

  @POST
  public Response choose(@FormParam("lang") String lang, @FormParam("back") String back) {
    NewCookie cookie = new NewCookie.Builder(EntryFilter.LANGUAGE_COOKIE).value("en".equals(lang) ? "en" : "zh").path("/")
        .maxAge(YEAR).httpOnly(true).secure(Visit.of(request).secure()).sameSite(NewCookie.SameSite.LAX).build();
    return Response.seeOther(LocalAddress.orHome(back)).cookie(cookie).build();
  }
}
