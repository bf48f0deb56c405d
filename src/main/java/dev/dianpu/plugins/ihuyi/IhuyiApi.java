package dev.dianpu.plugins.ihuyi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/**
 * The gateway's one address, which takes every operation both ways. The path is a setting and part of the client's base
 * address.
 *
 * <p>Public, since the REST client implements it from outside this package.
 */
public interface IhuyiApi extends AutoCloseable {

  /** With everything in the query. */
  @GET
  Response get(@BeanParam IhuyiQuery query);

  /**
   * With the name of the operation in the query and everything else in the body.
   *
   * @param method {@code Submit}, {@code GetNum}, {@code AddTemplate} or {@code DelTemplate}
   * @param form percent-encoded UTF-8
   */
  @POST
  @Consumes("application/x-www-form-urlencoded; charset=utf-8")
  Response post(@QueryParam("method") String method, String form);
}
