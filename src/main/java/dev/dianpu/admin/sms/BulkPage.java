package dev.dianpu.admin.sms;

import dev.dianpu.admin.shop.SmsPreview;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.BulkSending;
import dev.dianpu.sms.SmsSignature;
import dev.dianpu.sms.SmsTemplates;
import dev.dianpu.sms.SmsText;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 群发短信: one text to many phones; what it costs is shown before, how far it is while it runs, what became of it after. */
@Path("/admin/sms/bulk")
public class BulkPage {

  private static final String HERE = "/admin/sms/bulk";
  private static final int RECENT = 20;

  @Inject BulkSending bulks;
  @Inject SmsSignature signature;
  @Inject SmsTemplates templates;
  @Inject ChannelNames names;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  /** The text's row, as the part that draws its preview wants it. */
  public record TextRow(String id, String key, int most, String value, SmsPreview sms) {}

  @GET
  public Page show() {
    return page("", "yes", "");
  }

  /** Keeps a draft and shows its estimate. */
  @POST
  public Response draft(@FormParam("text") @DefaultValue("") String text,
      @FormParam("advertises") @DefaultValue("") String advertises,
      @FormParam("numbers") @DefaultValue("") String numbers) {
    BulkForm form = new BulkForm(text, !advertises.isEmpty(), numbers);
    if (!form.textProblem().isEmpty() || !form.numbersProblem().isEmpty()) {
      return page(text, advertises, numbers).with("textProblem", form.textProblem())
          .with("numbersProblem", form.numbersProblem()).with("wrong", form.wrong())
          .with("wrongOnes", form.wrongOnes()).with("given", form.phones().size()).status(422).response();
    }
    return to(bulks.draft(form.text(), form.phones(), form.duplicates()));
  }

  private Page page(String text, String advertises, String numbers) {
    String bracketed = "【" + signature.text() + "】";
    SmsText sms = new SmsText(text, signature.text());
    SmsPreview preview =
        new SmsPreview(List.of(), bracketed, bracketed + text, sms.length(), sms.parts(), bracketed + text);
    return Page.of("admin/bulk").with("row", new TextRow("text", "text", 500, text, preview))
        .with("form", Map.of("advertises", advertises, "numbers", numbers)).with("most", BulkSending.MOST)
        .with("optOut", BulkSending.OPT_OUT).with("recent", bulks.newest(RECENT));
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page one(@PathParam("id") long id) {
    BulkSending.View view = view(id);
    SmsText sms = new SmsText(view.text(), view.signature());
    Optional<String> refusing = view.draft() ? templates.refusing(view.text()) : Optional.empty();
    return Page.of("admin/bulk-one").with("bulk", view).with("length", sms.length())
        .with("percent", view.phones() == 0 ? 100 : 100 * view.ended() / view.phones())
        .with("refusing", refusing.orElse(null))
        .with("refusingName", refusing.map(channel -> names.of(channel, Visit.of(request).locale())).orElse(""));
  }

  @POST
  @Path("{id: [0-9]{1,18}}/start")
  public Response start(@PathParam("id") long id) {
    view(id);
    if (bulks.start(id)) {
      notices.done(Visit.of(request), "admin.bulk.started");
    }
    return to(id);
  }

  @POST
  @Path("{id: [0-9]{1,18}}/stop")
  public Response stop(@PathParam("id") long id) {
    view(id);
    notices.done(Visit.of(request), "admin.bulk.stopped", bulks.stop(id));
    return to(id);
  }

  private BulkSending.View view(long id) {
    return bulks.find(id).orElseThrow(NotFoundException::new);
  }

  private static Response to(long id) {
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }
}
