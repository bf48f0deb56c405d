package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A shop without a gateway: its owner installs the sandbox, confirms, and reads what nobody got. */
class SandboxST {

  private static final String PAGE = "/admin/sms/sandbox";

  @Test
  void anSmsToNobodyIsShownToTheAdminOnlyAndOnlyWhileTheSandboxIsOn() {
    ShopUnderTest shop = ShopUnderTest.get();
    Owner owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword());
    HttpVisitor browser = owner.browser();
    Map<String, String> test = Map.of("phone", "13911122233", "channel", "sandbox", "text", "");
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(browser.get("/admin").body()).doesNotContain(PAGE);

    owner.installPlugin("sandbox");
    assertThat(browser.get("/admin").body()).contains(PAGE);
    assertThat(browser.get(PAGE).body()).contains("还没有确认启用", "/admin/settings/sandbox");
    browser.post("/admin/sms/test", test);
    assertThat(browser.get(PAGE).body()).doesNotContain("139****2233");

    owner.saveChannel("sandbox", Map.of("sandbox.confirmed", "true"));
    browser.post("/admin/sms/test", test);

    assertThat(browser.get(PAGE).body()).contains("139****2233", "【").doesNotContain("13911122233", "还没有确认启用");
    assertThat(new HttpVisitor(shop.address()).get(PAGE).body()).doesNotContain("139****2233");
    browser.post("/admin/plugins/sandbox/off", Map.of());
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(404);
    assertThat(browser.get("/admin").body()).doesNotContain(PAGE);
    // The shop is everybody's; switched off it is no channel, and its settings stand among the others.
    owner.save("sandbox", Map.of("sandbox.confirmed", "false"));
    browser.post("/admin/plugins/sandbox/uninstall", Map.of());
  }
}
