package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The owner fills the shelves, and visitors see it. */
class CatalogAdminST {

  private static ShopUnderTest shop;
  private static HttpVisitor owner;
  private static long category;

  @RegisterExtension final Browser browser = new Browser();

  @BeforeAll
  static void aCategory() throws Exception {
    shop = ShopUnderTest.get();
    owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
    owner.post("/admin/categories/0", Map.of("name", "测试货架", "position", "900", "shown", "1"));
    category = number("select max(id) from category where name = '测试货架'");
  }

  private static long number(String query) throws Exception {
    try (Connection connection = shop.database().connect();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Map<String, String> goods(String sn) {
    return new TreeMap<>(Map.of("name", "瓷瓶 " + sn, "sn", sn, "category", Long.toString(category), "warn", "5",
        "position", "100", "onsale", "1", "rows", "1", "sku.0.price", "88.00", "sku.0.stock", "12"));
  }

  private static Map<String, String> whole(String sn) {
    Map<String, String> form = goods(sn);
    form.putAll(Map.of("sku.0.weight", "300", "sku.0.sold", "1", "do", "save"));
    return form;
  }

  @Test
  void wrongInputIsToldBesideItsFieldAndNothingIsSaved() throws Exception {
    Map<String, String> form = whole("WRONG-1");
    form.putAll(Map.of("name", "", "sku.0.price", "free", "category", "", "sku.0.promotion", "10"));
    HttpResponse<String> answer = owner.post("/admin/goods/0", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("id=\"f-name-error\" role=\"alert\">必须填写", "id=\"sku.0.price\" role=\"alert\">请填写大于 0",
        "id=\"f-category-error\" role=\"alert\">请从列表中选择", "id=\"f-until-error\" role=\"alert\">有促销价时必须填写");
    assertThat(number("select count(*) from goods where sn = 'WRONG-1'")).isZero();
  }

  @Test
  void aNumberThatIsTakenIsRefused() {
    assertThat(owner.post("/admin/goods/0", whole("TWICE")).statusCode()).isEqualTo(303);
    HttpResponse<String> again = owner.post("/admin/goods/0", whole("TWICE"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("这个货号已经被别的商品或规格使用");
  }

  @Test
  void goodsAreFoundPutOffSaleAndThrownAway() throws Exception {
    owner.post("/admin/goods/0", whole("FIND-ME"));
    long id = number("select id from goods where sn = 'FIND-ME'");
    assertThat(owner.get("/admin/goods?q=FIND-ME").body()).contains("/admin/goods/" + id);
    assertThat(owner.get("/goods/" + id).statusCode()).isEqualTo(200);
    owner.post("/admin/goods", Map.of("id", Long.toString(id), "do", "STOP", "back", "/admin/goods?q=FIND-ME"));
    assertThat(owner.get("/goods/" + id).statusCode()).isEqualTo(404);
    owner.post("/admin/goods", Map.of("id", Long.toString(id), "do", "RECYCLE"));
    assertThat(owner.get("/admin/goods?q=FIND-ME").body()).doesNotContain("/admin/goods/" + id);
    assertThat(owner.get("/admin/goods?state=RECYCLED&q=FIND-ME").body()).contains("/admin/goods/" + id);
    assertThat(owner.get("/admin/log").body()).contains("商品移入回收站", "商品下架", "添加商品");
  }

  @Test
  void aCategoryWithGoodsIsNotDeletedAndAHiddenOneHasNoPage() throws Exception {
    owner.post("/admin/categories/0", Map.of("name", "藏起来", "position", "1", "parent", Long.toString(category)));
    long hidden = number("select max(id) from category where name = '藏起来'");
    assertThat(owner.get("/category/" + hidden).statusCode()).isEqualTo(404);
    owner.post("/admin/categories/" + hidden, Map.of("name", "藏起来", "position", "1", "shown", "1",
        "parent", Long.toString(category)));
    assertThat(owner.get("/category/" + hidden).body()).contains("测试货架");
    owner.post("/admin/categories/" + category + "/remove", Map.of());
    assertThat(owner.get("/admin/categories").body()).contains("没有删除", "测试货架");
    owner.post("/admin/categories/" + hidden + "/remove", Map.of());
    assertThat(owner.get("/category/" + hidden).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNoPictureIsRefusedAndStrangersUploadNothing() throws Exception {
    owner.post("/admin/goods/0", whole("PICS-1"));
    long id = number("select id from goods where sn = 'PICS-1'");
    long before = number("select count(*) from picture");
    Page page = loggedIn(browser.withoutJavaScript());
    page.navigate("/admin/goods/" + id + "/pictures");
    page.setInputFiles("#file", new FilePayload("x.png", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    page.locator("form[enctype] .button").click();
    assertThat(page.content()).contains("无法识别这个文件");
    HttpResponse<String> stranger = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
            shop.page("/admin/goods/" + id + "/pictures")).header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "multipart/form-data; boundary=xyz")
        .POST(HttpRequest.BodyPublishers.ofByteArray(form(picture(Color.RED)))).build(),
        HttpResponse.BodyHandlers.ofString());
    assertThat(stranger.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to)
        .startsWith("/admin/login"));
    assertThat(number("select count(*) from picture")).as("pictures before and after").isEqualTo(before);
    assertThat(number("select count(*) from goods_picture where goods_id = " + id)).isZero();
    assertThat(new HttpVisitor(shop.address()).get("/pictures/../etc/passwd").statusCode()).isIn(400, 404);
    assertThat(new HttpVisitor(shop.address()).get("/pictures/" + "0".repeat(32) + ".jpg").statusCode()).isEqualTo(404);
  }

  private static byte[] form(byte[] file) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n".getBytes(
        StandardCharsets.US_ASCII));
    form.write(file);
    form.write("\r\n--xyz--\r\n".getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }

  private static Page loggedIn(Page page) {
    page.navigate("/admin/login");
    page.fill("#name", FirstInstall.ADMIN);
    page.fill("#password", shop.adminPassword());
    page.click(".button-wide");
    page.waitForURL("**/admin");
    return page;
  }

  private static byte[] picture(Color colour) throws Exception {
    BufferedImage picture = new BufferedImage(1600, 1600, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 1600; x++) {
      for (int y = 0; y < 1600; y++) {
        picture.setRGB(x, y, colour.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  /** The whole way without scripts: variants made from their options, pictures, and the shop's page with them. */
  @Test
  void goodsWithVariantsAndPicturesAreAddedAndSeenInTheShop() throws Exception {
    Page page = loggedIn(browser.withoutJavaScript());
    page.navigate("/admin/goods/0");
    page.fill("#f-name", "手绘瓷瓶");
    page.fill("#f-sn", "VASE");
    page.selectOption("#f-category", Long.toString(category));
    page.fill("#f-options", "颜色 / 尺寸");
    page.fill("input[name='sku.0.options']", "青 / 大");
    page.fill("input[name='sku.0.price']", "88");
    page.fill("input[name='sku.0.stock']", "12");
    page.fill("#f-combos", "青,白 / 大,小");
    page.click("button[value=combine]");
    assertThat(page.locator(".sku-table tbody tr").count()).isEqualTo(4);
    page.fill("input[name='sku.3.price']", "66.50");
    page.fill("input[name='sku.3.stock']", "2");
    page.click("button[value=save]");
    assertThat(page.url()).endsWith("/pictures");

    page.setInputFiles("#file", new FilePayload[] {new FilePayload("a.png", "image/png", picture(Color.BLUE)),
        new FilePayload("b.png", "image/png", picture(Color.GREEN))});
    page.fill("#alt", "瓶身是蓝的");
    page.locator("form[enctype] .button").click();
    assertThat(page.locator(".picture-list li").count()).isEqualTo(2);

    page.navigate("/goods/" + number("select id from goods where sn = 'VASE'"));
    assertThat(page.locator(".variant").allTextContents()).hasSize(4).anyMatch(text -> text.contains("白 / 小")
        && text.contains("¥66.50") && text.contains("仅剩 2 件"));
    assertThat(page.locator(".goods-price .price").textContent()).contains("¥66.50");
    assertThat(page.locator(".variant input:checked").count()).isEqualTo(1);
    assertThat(page.locator("form.buy").getAttribute("action")).isEqualTo("/cart");
    assertThat(page.locator(".gallery img[alt='瓶身是蓝的']").count()).isEqualTo(2);
    String address = page.locator(".gallery-row img").first().getAttribute("src");
    HttpResponse<byte[]> picture = new HttpVisitor(shop.address()).picture(address);
    assertThat(picture.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(ImageIO.read(new java.io.ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(1200);

    page.navigate("/category/" + category + "?max=70");
    assertThat(page.locator(".card h3").allTextContents()).containsExactly("手绘瓷瓶");
    page.navigate("/category/" + category + "?min=x");
    assertThat(page.locator("#filter-error").textContent()).contains("请填写金额");
  }
}
