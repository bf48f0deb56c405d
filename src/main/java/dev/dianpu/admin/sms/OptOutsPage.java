package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.OptOutList;
import dev.dianpu.spi.PhoneNumber;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** 退订名单: the phones that get no advertising. */
@Path("/admin/sms/opt-outs")
public class OptOutsPage {

  static final URI HERE = URI.create("/admin/sms/opt-outs");

  private static final int SIZE = 30;
  private static final int LAST = 100_000;

  @Inject OptOutList list;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show(@QueryParam("phone") @DefaultValue("") String phone,
      @QueryParam("after") @DefaultValue("0") String after) {
    if (!phone.isBlank()) {
      Optional<PhoneNumber> wanted = PhoneNumbers.mainlandMobile(phone);
      return page(wanted.flatMap(list::find).map(List::of).orElse(List.of()), phone, "")
          .with("problem", wanted.isEmpty() ? "admin.logs.phone-wrong" : null);
    }
    int from = after.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(after), LAST) : 0;
    List<OptOutList.Line> found = list.page(from, SIZE + 1);
    return page(found.subList(0, Math.min(SIZE, found.size())), "", "")
        .with("older", found.size() > SIZE ? HERE + "?after=" + (from + SIZE) : null)
        .with("newer", from > 0 ? HERE + "?after=" + Math.max(0, from - SIZE) : null);
  }

  /** Adds a phone. */
  @POST
  public Response add(@FormParam("phone") @DefaultValue("") String phone) {
    Optional<PhoneNumber> number = PhoneNumbers.mainlandMobile(phone);
    if (number.isEmpty()) {
      return page(list.page(0, SIZE), "", phone).with("wrong", "admin.logs.phone-wrong").status(422).response();
    }
    list.add(number.get());
    notices.done(Visit.of(request), "opt-outs.added", number.get().masked());
    return Response.seeOther(HERE).build();
  }

  /** Takes a phone off the list. */
  @POST
  @Path("remove")
  public Response remove(@FormParam("id") @DefaultValue("") String id) {
    if (list.remove(id)) {
      notices.done(Visit.of(request), "opt-outs.removed");
    } else {
      notices.failed(Visit.of(request), "opt-outs.gone");
    }
    return Response.seeOther(HERE).build();
  }

  private static Page page(List<OptOutList.Line> rows, String phone, String entered) {
    return Page.of("admin/opt-outs").with("rows", rows).with("phone", phone).with("entered", entered)
        .with("filtered", !phone.isEmpty());
  }
}
