package dev.dianpu.admin;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.captcha.CaptchaGate;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.sms.ChannelOverview;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What an owner has to do before people can register with a phone, and what of it is done. */
@ApplicationScoped
class PhoneRegistration {

  @Inject Extensions<PhonePolicy> policies;
  @Inject Extensions<SmsChannel> channels;
  @Inject ChannelOverview overview;
  @Inject CaptchaGate captcha;
  @Inject Settings settings;
  @Inject SettingCatalog catalog;

  /**
   * A step.
   *
   * @param name the texts {@code admin.step.<name>} and {@code admin.step.<name>.help}
   * @param done whether nothing is left to do
   * @param href where it is done
   */
  public record Step(String name, boolean done, String href) {}

  List<Step> steps() {
    boolean policy = policies.first().isPresent();
    List<SmsChannel> on = channels.all();
    boolean usable = on.stream().anyMatch(channel -> channel.problems().isEmpty());
    boolean placed = usable && !overview.nonePlaced(MessageKind.CODE);
    boolean code = policies.first().flatMap(plugin -> plugin.code(Purpose.REGISTER)).isPresent();
    String channelSettings = on.isEmpty() ? "/admin/plugins" : "/admin/settings/" + on.get(0).id();
    return List.of(
        new Step("policy", policy, "/admin/plugins"),
        new Step("channel", !on.isEmpty(), "/admin/plugins"),
        new Step("keys", usable, channelSettings),
        new Step("place", placed, "/admin/sms/channels"),
        new Step("signature", !settings.text("sms.signature").isBlank(), "/admin/settings/sms"),
        new Step("register", code && settings.on("basic.registration"), texts(policy)),
        new Step("captcha", captcha.on(CaptchaForm.REGISTER), "/admin/captcha"));
  }

  /** The group with the text of a code; before a plugin brought one, the plugins. */
  private String texts(boolean policy) {
    return catalog.groups().stream().filter(group -> policy && group.order() >= 0)
        .filter(group -> group.fields().stream().anyMatch(field -> field.type() == SettingField.Type.SMS_TEXT))
        .map(group -> "/admin/settings/" + group.id()).findFirst().orElse("/admin/plugins");
  }
}
