package dev.dianpu.region;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/regions/{code}}: what lies in a region, for the script of the address form. */
@Path("/api/v1/regions/{code: [0-9]{1,6}}")
public class RegionResource {

  @Inject Regions regions;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response within(@PathParam("code") int code) {
    List<Map<String, Object>> found = regions.within(code).stream()
        .map(region -> Map.<String, Object>of("code", region.code(), "name", region.name())).toList();
    return Response.ok(found).header("Cache-Control", "public, max-age=86400").build();
  }
}
