package dev.dianpu.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** All pages and the JSON interface, from the root on. */
@ApplicationPath("/")
public class Shop extends Application {

  /**
   * No WADL: it would list the admin's addresses to everybody. And redirects stay relative: behind a proxy that speaks
   * https with the client, Jersey would send the client to http.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true,
        "jersey.config.server.headers.location.relative.resolution.disabled", true);
  }
}
