package dev.dianpu.plugins.cloopen;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * The gateway below {@code /2013-12-26/Accounts/{accountSid}}, which is part of the client's base address. Each request
 * proves itself by {@code sig} and {@code Authorization}; see {@link CloopenSignature}.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface CloopenApi extends AutoCloseable {

  /** JSON as the gateway wants it named. */
  String JSON = "application/json;charset=utf-8";
  /** XML as the gateway wants it named. */
  String XML = "application/xml;charset=utf-8";

  /** Tells about the account, in JSON. */
  @GET
  @Path("AccountInfo")
  @Produces("application/json")
  Response accountInJson(@QueryParam("sig") String sig, @HeaderParam("Authorization") String authorization);

  /** Tells about the account, in XML. */
  @GET
  @Path("AccountInfo")
  @Produces("application/xml")
  Response accountInXml(@QueryParam("sig") String sig, @HeaderParam("Authorization") String authorization);

  /** One of the functions below {@code SMS}, in JSON. */
  @POST
  @Path("SMS/{function}")
  @Consumes(JSON)
  @Produces("application/json")
  Response postJson(@PathParam("function") String function, @QueryParam("sig") String sig,
      @HeaderParam("Authorization") String authorization, byte[] body);

  /** One of the functions below {@code SMS}, in XML. */
  @POST
  @Path("SMS/{function}")
  @Consumes(XML)
  @Produces("application/xml")
  Response postXml(@PathParam("function") String function, @QueryParam("sig") String sig,
      @HeaderParam("Authorization") String authorization, byte[] body);
}
