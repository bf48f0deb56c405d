package dev.dianpu.admin.shop;

import dev.dianpu.admin.sms.ChannelNames;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.Sent;
import dev.dianpu.sms.SmsLog;
import dev.dianpu.sms.SmsSignature;
import dev.dianpu.sms.TestSend;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
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
import java.util.Map;
import java.util.Optional;

/** 测试发送: one real SMS with the saved settings, and what the gateway said to it. */
@Path("/admin/sms/test")
public class SmsTestPage {

  @Inject TestSend test;
  @Inject SampleTexts samples;
  @Inject SmsLog log;
  @Inject TestedLog tested;
  @Inject SmsSignature signature;
  @Inject Extensions<SmsChannel> channels;
  @Inject ChannelNames names;

  @Context HttpServletRequest request;

  /** A channel as the form offers it. */
  public record Choice(String id, String title, boolean usable, String settings) {}

  /** The form; after a send also its result, which a reload shows again without sending again. */
  @GET
  public Page show(@QueryParam("message") Long message) {
    Optional<SmsLog.Row> result = message == null ? Optional.empty() : log.ofMessage(message).stream().findFirst();
    return page(Map.of()).with("result", result.orElse(null));
  }

  @POST
  public Response send(@FormParam("phone") @DefaultValue("") String phone,
      @FormParam("channel") @DefaultValue("") String channel, @FormParam("text") @DefaultValue("") String text) {
    Optional<PhoneNumber> to = PhoneNumbers.mainlandMobile(phone);
    if (to.isEmpty()) {
      return page(Map.of("phone", phone, "channel", channel, "text", text)).with("problem", "admin.logs.phone-wrong")
          .status(422).response();
    }
    Sent sent = samples.text(text).map(sample -> test.send(to.get(), channel, sample.wording(), sample.values()))
        .orElseGet(() -> test.send(to.get(), channel));
    tested.note(to.get().masked(), sent.state());
    return Response.seeOther(URI.create("/admin/sms/test?message=" + sent.messageId())).build();
  }

  private Page page(Map<String, String> form) {
    return Page.of("admin/sms-test").with("form", form).with("channels", choices())
        .with("signature", signature.text()).with("texts", samples.all());
  }

  private List<Choice> choices() {
    return channels.all().stream().map(channel -> new Choice(channel.id(),
        names.of(channel.id(), Visit.of(request).locale()), channel.problems().isEmpty(),
        "/admin/sms/channels/" + channel.id())).toList();
  }

  /** A test costs money, so it is noted who sent it. */
  @ApplicationScoped
  static class TestedLog {

    @Inject AdminLog log;

    @Transactional
    void note(String phone, String state) {
      log.record("admin.log.sms-tested", phone, "", state);
    }
  }
}
