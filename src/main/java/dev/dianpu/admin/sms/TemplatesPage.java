package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.sms.FiledTemplate;
import dev.dianpu.sms.SmsTemplates;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.Operation;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 短信模板: how each text of the settings stands with each gateway, and what can be done about it. */
@Path("/admin/sms/templates")
public class TemplatesPage {

  private static final String CODE = "{$verify_code}";

  @Inject SmsTemplates templates;
  @Inject SettingCatalog catalog;
  @Inject Settings settings;
  @Inject ChannelNames names;
  @Inject AdminNotices notices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  /** A channel as a tab. */
  public record Tab(String id, String name) {}

  /**
   * A text of the settings, as it stands with the channel.
   *
   * @param key of the setting
   * @param notation as the gateway wants it
   * @param filed null while it is not filed
   */
  public record Line(String key, String wording, String notation, Kind kind, FiledTemplate filed) {}

  @GET
  public Page show(@QueryParam("channel") @DefaultValue("") String channel,
      @QueryParam("text") @DefaultValue("") String text) {
    return page(channel).with("own", new OwnText(text, Kind.MARKETING.name(), ""));
  }

  private Page page(String channel) {
    List<SmsTemplateRegistry> registries = templates.registries();
    Optional<SmsTemplateRegistry> chosen = registries.stream().filter(one -> one.id().equals(channel)).findFirst()
        .or(() -> registries.stream().findFirst());
    Page page = Page.of("admin/templates").with("tabs", registries.stream()
        .map(one -> new Tab(one.id(), names.of(one.id(), locale()))).toList()).with("kinds", Kind.values());
    return chosen.map(registry -> fill(page, registry)).orElse(page);
  }

  private Page fill(Page page, SmsTemplateRegistry registry) {
    Map<String, FiledTemplate> filed = templates.of(registry.id()).stream()
        .collect(Collectors.toMap(FiledTemplate::wording, Function.identity()));
    List<Line> lines = texts().stream().map(field -> {
      String wording = settings.text(field.key());
      return new Line(field.key(), wording, registry.notation(wording),
          wording.contains(CODE) ? Kind.CODE : Kind.NOTICE, filed.get(wording));
    }).toList();
    List<FiledTemplate> others = filed.values().stream()
        .filter(one -> lines.stream().noneMatch(line -> line.wording().equals(one.wording()))).toList();
    return page.with("channel", registry.id()).with("demands", registry.demandsTemplate())
        .with("operations", registry.operations().stream().map(Enum::name).toList())
        .with("lines", lines).with("others", others);
  }

  private List<SettingField> texts() {
    return catalog.groups().stream().flatMap(group -> group.fields().stream())
        .filter(field -> field.type() == SettingField.Type.SMS_TEXT).toList();
  }

  /** Files the text of a setting, through the gateway's interface. */
  @POST
  @Path("/{channel}/submit")
  public Response submit(@PathParam("channel") String channel, @FormParam("key") @DefaultValue("") String key,
      @FormParam("kind") @DefaultValue("") String kind) {
    SettingField text = text(key);
    String title = messages.text(Messages.CHINESE, "setting." + text.key());
    Filing filing = templates.submit(channel, settings.text(text.key()), kind(kind), title,
        messages.text(Messages.CHINESE, "admin.templates.scene", title)).orElseThrow(NotFoundException::new);
    return told(channel, filing);
  }

  /** Keeps the number of a text that was filed by hand. */
  @POST
  @Path("/{channel}/enter")
  public Response enter(@PathParam("channel") String channel, @FormParam("key") @DefaultValue("") String key,
      @FormParam("gatewayId") @DefaultValue("") String id, @FormParam("kind") @DefaultValue("") String kind) {
    if (templates.registries().stream().noneMatch(one -> one.id().equals(channel))) {
      throw new NotFoundException();
    }
    if (!id.strip().matches("[!-~]{1,64}")) {
      notices.failed(Visit.of(request), "admin.templates.id-wrong");
      return back(channel);
    }
    templates.enter(channel, settings.text(text(key).key()), kind(kind), id.strip(), State.APPROVED);
    notices.done(Visit.of(request), "admin.templates.entered");
    return back(channel);
  }

  /** Files a text that stands in no setting, such as a bulk's; or keeps its number, if it was filed by hand. */
  @POST
  @Path("/{channel}/own")
  public Response own(@PathParam("channel") String channel, @FormParam("text") @DefaultValue("") String text,
      @FormParam("kind") @DefaultValue("") String kind, @FormParam("gatewayId") @DefaultValue("") String gatewayId) {
    OwnText own = new OwnText(text, kind, gatewayId);
    SmsTemplateRegistry registry = templates.registries().stream().filter(one -> one.id().equals(channel)).findFirst()
        .orElseThrow(NotFoundException::new);
    boolean byHand = !own.gatewayId().isEmpty() || !registry.operations().contains(Operation.SUBMIT);
    if (!own.textProblem().isEmpty() || (byHand && !own.idProblem().isEmpty())) {
      return page(channel).with("own", own).with("textProblem", own.textProblem())
          .with("idProblem", byHand ? own.idProblem() : "").status(422).response();
    }
    if (byHand) {
      templates.enter(channel, own.text(), kind(own.kind()), own.gatewayId(), State.APPROVED);
      notices.done(Visit.of(request), "admin.templates.entered");
      return back(channel);
    }
    String title = messages.text(Messages.CHINESE, "admin.templates.own.title");
    return told(channel, templates.submit(channel, own.text(), kind(own.kind()), title,
        messages.text(Messages.CHINESE, "admin.templates.scene", title)).orElseThrow(NotFoundException::new));
  }

  /** Asks the gateway, takes a text away there, or forgets it here. */
  @POST
  @Path("/{channel}/{id}/{what: query|delete|forget}")
  public Response change(
      @PathParam("channel") String channel, @PathParam("id") long id, @PathParam("what") String what) {
    FiledTemplate filed = templates.find(id).filter(one -> one.channel().equals(channel))
        .orElseThrow(NotFoundException::new);
    if (what.equals("forget")) {
      templates.forget(filed);
      notices.done(Visit.of(request), "admin.templates.forgotten");
      return back(channel);
    }
    return told(channel, (what.equals("query") ? templates.query(filed) : templates.delete(filed))
        .orElseThrow(NotFoundException::new));
  }

  private Response told(String channel, Filing filing) {
    if (filing.state().isPresent()) {
      notices.done(Visit.of(request), "admin.templates.told." + filing.state().get());
    } else {
      String explanation = filing.answer().explanation();
      notices.failed(Visit.of(request), "admin.templates.failed",
          messages.has(explanation + ".cause") ? messages.text(locale(), explanation + ".cause") : filing.answer().text(),
          messages.has(explanation + ".remedy") ? messages.text(locale(), explanation + ".remedy") : "");
    }
    return back(channel);
  }

  private SettingField text(String key) {
    return texts().stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow(NotFoundException::new);
  }

  private static Kind kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new NotFoundException();
  }

  private static Response back(String channel) {
    return Response.seeOther(URI.create("/admin/sms/templates?channel=" + channel)).build();
  }

  private Locale locale() {
    return Visit.of(request).locale();
  }
}
