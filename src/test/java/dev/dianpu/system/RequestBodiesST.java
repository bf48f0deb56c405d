package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No body fills the memory, and none is repeated at its length. */
class RequestBodiesST {

  private static final int THIRTY_MEGABYTES = 30 * 1024 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private static ShopUnderTest shop;

  @BeforeAll
  static void start() {
    shop = ShopUnderTest.get();
  }

  @AfterEach
  void forgetTries() throws Exception {
    try (Connection connection = shop.database().connect()) {
      connection.createStatement().executeUpdate("delete from admin_login_try");
    }
  }

  private static String head(String path, String type, String more) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost:" + shop.address().getPort() + "\r\nContent-Type: " + type + "\r\n"
        + more;
  }

  /** Not a byte of it is sent: the shop answers without waiting for it. */
  @ParameterizedTest
  @CsvSource({"/login," + FORM, "/register," + FORM, "/language," + FORM, "/admin/login," + FORM, "/nothing," + FORM,
      "/api/v1/verifications,application/json"})
  void aBodyAnnouncedTooLargeIsRefusedAtOnce(String path, String type) {
    String answer = RawRequest.answer(shop.address(), head(path, type, "Content-Length: " + THIRTY_MEGABYTES), "");
    assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close")
        .contains("Content-Security-Policy");
    if (path.startsWith("/api/")) {
      assertThat(answer).contains("application/problem+json", "\"too-large\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"/login,200," + FORM, "/register,200," + FORM, "/register/code,200," + FORM, "/admin/login,1100," + FORM,
      "/api/v1/verifications,200,application/json"})
  void aChunkedBodyIsCutOffWhileItIsRead(String path, int kilobytes, String type) {
    String answer = RawRequest.answer(shop.address(), head(path, type, "Transfer-Encoding: chunked\r\nConnection: close"),
        RawRequest.chunked(type.equals(FORM) ? "login=" : "{\"phone\":\"", kilobytes * 1024));
    assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
  }

  @Test
  void aChunkedBodyWithinTheBoundIsTaken() {
    String answer = RawRequest.answer(shop.address(), head("/login", FORM, "Transfer-Encoding: chunked\r\nConnection: close"),
        "7\r\nlogin=a\r\n0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 422");
  }

  @Test
  void theOwnerMayPasteMoreThanACustomer() {
    HttpVisitor owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
    assertThat(owner.post("/admin/settings/shop", Map.of("shop.description", "x".repeat(500_000))).statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/register", "/register/code", "/login", "/admin/login"})
  void aLongValueIsNotRepeated(String path) {
    String value = "q".repeat(100_000);
    HttpResponse<String> answer = new HttpVisitor(shop.address()).post(path,
        Map.of("username", value, "email", "", "phone", "", "login", "", "name", "", "back", "", "smsCode", ""));
    assertThat(answer.statusCode()).isLessThan(500);
    for (String field : new String[] {"username", "email", "phone", "login", "name", "back", "smsCode", "agreement"}) {
      HttpResponse<String> one = new HttpVisitor(shop.address()).post(path, Map.of(field, value));
      assertThat(one.statusCode()).as(field).isBetween(200, 499);
      assertThat(one.body()).as(field).doesNotContain("q".repeat(600));
    }
  }

  /** A list with a text in it is no text, a NUL no digit. */
  @ParameterizedTest
  @ValueSource(strings = {
    "{\"purpose\":\"REGISTER\",\"phone\":[\"13900139000\"],\"captcha\":\"abcd\"}",
    "{\"purpose\":\"REGISTER\",\"phone\":{\"a\":\"13900139000\"},\"captcha\":\"abcd\"}",
    "{\"purpose\":\"REGISTER\",\"phone\":13900139000,\"captcha\":\"abcd\"}",
    "{\"purpose\":[\"REGISTER\"],\"phone\":\"13900139000\",\"captcha\":\"abcd\"}",
    "{\"purpose\":\"REGISTER\",\"phone\":\"13900139000\",\"captcha\":[\"abcd\"]}",
    "{\"purpose\":\"REGISTER\",\"phone\":\"13900139000\\u0000\",\"captcha\":\"abcd\"}",
    "[{\"purpose\":\"REGISTER\"}]", "\"REGISTER\"", "{", "null", "[]", "1"})
  void whatIsNoTextIsRefused(String json) {
    HttpResponse<String> answer = new HttpVisitor(shop.address()).json("/api/v1/verifications", json);
    assertThat(answer.statusCode()).isIn(400, 422);
    assertThat(answer.body()).contains("\"code\"").doesNotContain("captcha-wrong");
  }
}
