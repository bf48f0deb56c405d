package dev.dianpu.plugins.zkeys;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * An operation of the platform, the whole address of which is the client's.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface ZkeysApi extends AutoCloseable {

  /**
   * Asks for a token, or sends one SMS.
   *
   * @param type of the body: a form or JSON
   * @param authorization the header, if the token travels there; else null
   */
  @POST
  Response post(
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      byte[] body);
}
