package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dianpu.dev.FirstInstall;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that takes a form, as the classes name them, is sent what is no form. */
class ContentTypesST {

  private static ShopUnderTest shop;
  private static String session;

  @BeforeAll
  static void logIn() {
    shop = ShopUnderTest.get();
    HttpVisitor owner = Owner.login(shop.address(), FirstInstall.ADMIN, shop.adminPassword()).browser();
    session = owner.cookie("dianpu_admin").orElseThrow();
  }

  @AfterAll
  static void forgetTries() throws Exception {
    try (Connection connection = shop.database().connect()) {
      connection.createStatement().executeUpdate("delete from admin_login_try");
    }
  }

  /** Nothing is named by 1 or none, so that no test changes the shop. */
  static Stream<String> addresses() throws ReflectiveOperationException {
    List<String> addresses = new ArrayList<>();
    for (JavaClass found : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.dianpu")) {
      if (found.isAnnotatedWith(Path.class) && !found.isInterface()) {
        Class<?> resource = Class.forName(found.getName());
        for (Method method : resource.getDeclaredMethods()) {
          if (method.isAnnotationPresent(POST.class)) {
            Path below = method.getAnnotation(Path.class);
            addresses.add(address(resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value())));
          }
        }
      }
    }
    assertThat(addresses).contains("/login", "/register", "/register/code", "/language", "/admin/login", "/account/profile",
        "/api/v1/verifications", "/admin/settings/1").hasSizeGreaterThan(40);
    return addresses.stream().sorted();
  }

  private static String address(String template) {
    return ("/" + template).replaceAll("\\{what: ([a-z]+)[^}]*}", "$1").replaceAll("\\{[^}]*}", "1").replaceAll("/+", "/");
  }

  private static String send(String path, String headers, String body) {
    String cookie = path.startsWith("/admin/log") ? "" : "Cookie: dianpu_admin=" + session + "\r\n";
    return RawRequest.answer(shop.address(), "POST " + path + " HTTP/1.1\r\nHost: localhost:" + shop.address().getPort()
        + "\r\n" + cookie + headers + "Connection: close\r\nContent-Length: " + body.length(), body);
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void whatIsNoFormIsRefusedByItsType(String path) {
    boolean api = path.startsWith("/api/");
    for (String type : List.of(api ? "application/x-www-form-urlencoded" : "application/json", "text/plain",
        "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=nonsense", "", "nonsense", "*/*", ";")) {
      String answer = send(path, "Content-Type: " + type + "\r\n", "{\"a\":1}");
      assertThat(status(answer)).as(type).isEqualTo(415);
      assertThat(answer).as(type).contains("Content-Security-Policy").doesNotContain("GlassFish", "<hr");
    }
    assertThat(status(send(path, "", "a=b"))).as("no type").isEqualTo(415);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void anEmptyBodyIsAnEmptyForm(String path) {
    assertThat(status(send(path, "", ""))).isIn(200, 303, 400, 404, 415, 422, 429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/register", "/admin/login"})
  void anEmptyFormIsRefusedByItsOwnPage(String path) {
    String answer = send(path, "", "");
    assertThat(status(answer)).isEqualTo(422);
    assertThat(answer).contains("<form");
  }

  @Test
  void aStrangeTypeOfAGetIsRefusedByOurOwnPage() {
    String answer = RawRequest.answer(shop.address(), "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: ",
        "");
    assertThat(status(answer)).isEqualTo(400);
    assertThat(answer).contains("Content-Security-Policy").doesNotContain("GlassFish", "<hr");
  }
}
