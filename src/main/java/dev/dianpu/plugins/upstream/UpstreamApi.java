package dev.dianpu.plugins.upstream;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

/**
 * The platform's SMS interface, the whole address of which is the client's.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface UpstreamApi extends AutoCloseable {

  /**
   * Sends one SMS.
   *
   * @param type of the body: a form or JSON
   */
  @POST
  Response send(@HeaderParam("Content-Type") String type, byte[] body);
}
