package dev.dianpu.plugins.chanyoo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * The gateway's one operation. The path is a setting and part of the client's base address.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface ChanyooApi extends AutoCloseable {

  /**
   * Sends one SMS.
   *
   * @param mobile eleven digits, percent-encoded
   * @param content the text with the signature 【…】 at its end, percent-encoded UTF-8
   */
  @GET
  Response send(@QueryParam("mobile") String mobile, @QueryParam("content") String content);
}
