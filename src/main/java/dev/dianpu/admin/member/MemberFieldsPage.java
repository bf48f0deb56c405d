package dev.dianpu.admin.member;

import dev.dianpu.member.RegistrationFields;
import dev.dianpu.member.RegistrationFields.Field;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** 会员注册项设置: what new members are asked. */
@Path("/admin/member-fields")
public class MemberFieldsPage {

  private static final URI HERE = URI.create("/admin/member-fields");

  @Inject RegistrationFields fields;
  @Inject AdminNotices notices;
  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return page().with("entered", new MemberFieldForm().field().orElseThrow());
  }

  /** Adds a field, or changes the one whose number the form holds. */
  @POST
  public Response save(@BeanParam MemberFieldForm form) {
    Optional<Field> field = form.field();
    Optional<String> wrong = field.isEmpty() ? Optional.of("member-fields.place-wrong") : field.get().problem();
    if (wrong.isEmpty() && field.get().id() == 0 && fields.all().size() >= RegistrationFields.MOST) {
      wrong = Optional.of("member-fields.full");
    }
    if (wrong.isEmpty() && fields.put(field.get())) {
      notices.done(Visit.of(request), "member-fields.saved", field.get().label());
      return Response.seeOther(HERE).build();
    }
    return page().with("entered", field.orElseGet(form::withoutPlace))
        .with("problem", wrong.orElse("member-fields.taken")).status(422).response();
  }

  /** Takes a field away, with all answers. */
  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    if (fields.remove(id)) {
      notices.done(Visit.of(request), "member-fields.removed");
    } else {
      notices.failed(Visit.of(request), "member-fields.gone");
    }
    return Response.seeOther(HERE).build();
  }

  private Page page() {
    return Page.of("admin/member-fields").with("rows", fields.all()).with("kinds", RegistrationFields.Kind.values());
  }
}
