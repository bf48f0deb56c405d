package dev.dianpu.plugins.mandao;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;

/**
 * A page of the gateway, the whole address of which is the client's.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface MandaoApi extends AutoCloseable {

  /**
   * Posts a form or a SOAP envelope.
   *
   * @param type of the body, with its character set
   * @param action the SOAP action; null for a form
   */
  @POST
  Response post(@HeaderParam("Content-Type") String type, @HeaderParam("SOAPAction") String action, byte[] body);
}
