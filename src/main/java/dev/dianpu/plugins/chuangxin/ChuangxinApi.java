package dev.dianpu.plugins.chuangxin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * The gateway's one operation. The path is a setting and part of the client's base address.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface ChuangxinApi extends AutoCloseable {

  /**
   * Sends one SMS; the request has no body.
   *
   * @param content the text with the signature 【…】 before it, percent-encoded UTF-8
   * @param mobile eleven digits, percent-encoded
   */
  @POST
  Response send(@QueryParam("content") String content, @QueryParam("mobile") String mobile);
}
