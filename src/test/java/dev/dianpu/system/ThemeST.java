package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A designer changes the look of a running shop with nothing but files and 清除缓存. */
class ThemeST {

  private ShopUnderTest shop;
  private Path theme;
  private HttpVisitor visitor;
  private HttpVisitor owner;

  @BeforeEach
  void enter() {
    shop = ShopUnderTest.get();
    theme = shop.home().resolve("themes/default");
    visitor = new HttpVisitor(shop.address());
    owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
  }

  @AfterEach
  void leaveTheThemeAsItWas() throws IOException {
    Files.deleteIfExists(theme.resolve("templates/agreement.peb"));
    Files.deleteIfExists(theme.resolve("assets/css/shop.css"));
    clearCache();
  }

  private void put(String file, String content) throws IOException {
    Path target = theme.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, content);
  }

  private void clearCache() {
    assertThat(owner.post("/admin/cache/clear", Map.of()).statusCode()).isEqualTo(303);
  }

  private String styleSheet() {
    Matcher link = Pattern.compile("href=\"(/assets/[0-9a-f]+/css/shop\\.css)\"").matcher(visitor.get("/").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  @Test
  void aTemplateInTheHomeFolderWinsAndTheOthersFallThrough() throws Exception {
    String before = visitor.get("/agreement").body();
    String home = visitor.get("/").body();
    put("templates/agreement.peb", "{% extends 'layout' %}{% block content %}<p>我们自己的协议</p>{% endblock %}");
    clearCache();
    assertThat(visitor.get("/agreement").body()).contains("我们自己的协议", "<header class=\"top\">");
    assertThat(visitor.get("/").body()).isEqualTo(home);
    Files.delete(theme.resolve("templates/agreement.peb"));
    clearCache();
    assertThat(visitor.get("/agreement").body()).isEqualTo(before);
  }

  /** Browsers keep an asset for ever, so a new content needs a new address. */
  @Test
  void anAssetInTheHomeFolderWinsUnderANewAddress() throws Exception {
    String before = styleSheet();
    put("assets/css/shop.css", "body { color: rebeccapurple; }");
    clearCache();
    String after = styleSheet();
    assertThat(after).isNotEqualTo(before);
    HttpResponse<String> sheet = visitor.get(after);
    assertThat(sheet.body()).isEqualTo("body { color: rebeccapurple; }");
    assertThat(sheet.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
  }

  /** The theme is a designer's, the home folder is not: it holds the key. */
  @Test
  void noAddressLeadsOutOfTheAssetsOfATheme() throws Exception {
    put("assets/css/shop.css", "body { }");
    clearCache();
    for (String path : new String[] {"/assets/x/../../../secret.key", "/assets/x/..%2f..%2f..%2fsecret.key",
        "/assets/x/%2e%2e/%2e%2e/%2e%2e/secret.key", "/assets/x/../templates/agreement.peb"}) {
      assertThat(visitor.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }
}
