package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.gateway.PercentEncoding;
import jakarta.ws.rs.QueryParam;
import java.util.Map;

/**
 * The parameters of a request by GET, percent-encoded; null where a request has none.
 *
 * <p>Public, since the REST client reads it from outside this package.
 */
public final class IhuyiQuery {

  @QueryParam("method") public final String method;
  @QueryParam("account") public final String account;
  @QueryParam("password") public final String password;
  @QueryParam("mobile") public final String mobile;
  @QueryParam("content") public final String content;
  @QueryParam("templateid") public final String templateid;
  @QueryParam("type") public final String type;
  @QueryParam("scene") public final String scene;
  @QueryParam("time") public final String time;
  @QueryParam("format") public final String format;

  IhuyiQuery(String method, Map<String, String> parameters) {
    this.method = method;
    this.account = encoded(parameters, "account");
    this.password = encoded(parameters, "password");
    this.mobile = encoded(parameters, "mobile");
    this.content = encoded(parameters, "content");
    this.templateid = encoded(parameters, "templateid");
    this.type = encoded(parameters, "type");
    this.scene = encoded(parameters, "scene");
    this.time = encoded(parameters, "time");
    this.format = encoded(parameters, "format");
  }

  private static String encoded(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    return value == null ? null : PercentEncoding.encode(value);
  }
}
