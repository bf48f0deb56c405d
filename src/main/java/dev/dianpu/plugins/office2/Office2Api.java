package dev.dianpu.plugins.office2;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

/**
 * A page of the gateway, the whole address of which is the client's.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface Office2Api extends AutoCloseable {

  /** Asks for the page that describes the service. */
  @GET
  Response look();

  /**
   * Posts a form.
   *
   * @param type of the form, with its character set
   */
  @POST
  Response post(@HeaderParam("Content-Type") String type, byte[] form);
}
