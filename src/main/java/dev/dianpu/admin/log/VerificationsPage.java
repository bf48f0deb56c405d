package dev.dianpu.admin.log;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Delivery;
import dev.dianpu.verification.VerificationLog;
import dev.dianpu.verification.VerificationState;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 验证记录: a row per code that was issued. */
@Path("/admin/verifications")
public class VerificationsPage {

  @Inject VerificationLog log;
  @Inject LogFrame frame;

  @Context UriInfo address;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/verifications", asked(address));
    VerificationLog.Filter filter = new VerificationLog.Filter(query.value("purpose", Purpose.class),
        query.value("state", VerificationState.class), query.value("outcome", Delivery.class), frame.phone(query),
        query.from(), query.until(), query.value("address"));
    return frame.pageByPhone("admin/verifications", query, () -> log.page(filter, query.before(), LogQuery.SIZE))
        .with("purposes", Purpose.values()).with("states", VerificationState.values())
        .with("outcomes", Delivery.values());
  }

  static Map<String, String> asked(UriInfo address) {
    var parameters = address.getQueryParameters();
    return parameters.keySet().stream().collect(Collectors.toMap(Function.identity(), parameters::getFirst));
  }
}
