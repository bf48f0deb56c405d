package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.NumberRules;
import dev.dianpu.spi.PhoneNumber;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 号码名单: numbers and first digits of numbers that get no SMS, or that alone get any. */
@Path("/admin/sms/numbers")
public class NumbersPage {

  static final URI HERE = URI.create("/admin/sms/numbers");

  @Inject NumberRules rules;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  /** One of the two lists. */
  public record Listed(String kind, List<NumberRules.Line> lines) {}

  @GET
  public Page show() {
    List<NumberRules.Line> all = rules.all();
    return Page.of("admin/numbers").with("lists", Arrays.stream(NumberRules.Kind.values())
        .map(kind -> new Listed(kind.name(), all.stream().filter(line -> line.kind() == kind).toList())).toList());
  }

  /** Adds a whole number, or the first digits of numbers. */
  @POST
  @Path("{kind}")
  public Response add(@PathParam("kind") String name, @FormParam("number") @DefaultValue("") String number) {
    NumberRules.Kind kind = Arrays.stream(NumberRules.Kind.values()).filter(one -> one.name().equals(name)).findFirst()
        .orElseThrow(NotFoundException::new);
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(number);
    String prefix = number.strip();
    if (phone.isEmpty() && !prefix.matches("1[0-9]{2,7}")) {
      return show().with("wrong", name).with("entered", number).status(422).response();
    }
    boolean added = phone.map(whole -> rules.add(kind, whole)).orElseGet(() -> rules.add(kind, prefix));
    if (added) {
      notices.done(Visit.of(request), "numbers.added", phone.map(PhoneNumber::masked).orElse(prefix));
    } else {
      notices.failed(Visit.of(request), "numbers.there", phone.map(PhoneNumber::masked).orElse(prefix));
    }
    return Response.seeOther(HERE).build();
  }

  /** Takes a line away. */
  @POST
  @Path("{kind}/{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    rules.remove(id);
    notices.done(Visit.of(request), "numbers.removed");
    return Response.seeOther(HERE).build();
  }
}
