package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.CannotStart;
import dev.dianpu.dev.Database;
import dev.dianpu.dev.FreePort;
import dev.dianpu.dev.HttpVisitor;
import dev.dianpu.dev.Owner;
import dev.dianpu.dev.TiedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * install.md from the first SQL line to an open shop, by the commands that stand there: only names, ports and folders
 * are this machine's.
 */
class InstallManualST {

  private static final Manual MANUAL = Manual.of("install.md");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String PASSWORD = "correct horse battery";

  private final String name = "manual" + ProcessHandle.current().pid();
  private final Database administrator = TestDatabase.empty();
  private final int databasePort = URI.create(administrator.url().substring("jdbc:".length())).getPort();
  private final int port = FreePort.any();

  @TempDir Path folder;

  @BeforeEach
  void asAnOperatorWouldHaveIt() throws Exception {
    Files.createSymbolicLink(folder.resolve("dianpu.war"), Path.of(System.getProperty("dianpu.war")).toAbsolutePath());
    Files.createSymbolicLink(
        folder.resolve("payara-micro.jar"), Path.of(System.getProperty("payara.jar")).toAbsolutePath());
  }

  @Test
  void whatTheManualSaysLeadsToAnOpenShop() throws Exception {
    createDatabaseAndUser();
    runTheScriptsByHand();
    Path log = folder.resolve("server.log");
    TiedProcess server = start(log);
    try {
      HttpVisitor owner = new HttpVisitor(URI.create("http://localhost:" + port));
      awaitReady(server, owner, log);
      install(owner);

      assertThat(owner.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(owner.get("/").body()).contains("照书开店");
      assertThat(owner.get("/install").statusCode()).isEqualTo(404);
      Owner.login(URI.create("http://localhost:" + port), "boss", PASSWORD).installPlugin("duanxintong");
      assertThat(Files.readString(log)).doesNotContain("SEVERE");
    } finally {
      server.close();
    }
    assertThat(server.exitCode()).as("what the systemd unit takes for success").isEqualTo(143);
  }

  private void createDatabaseAndUser() throws Exception {
    String script = named(MANUAL.block("sql", "CREATE DATABASE"));
    try (Connection connection = administrator.connect(); Statement statement = connection.createStatement()) {
      for (String one : script.split(";\\s*")) {
        statement.execute(one);
      }
    }
  }

  /** The loop calls mysql; the one that it finds first adds where the server is, as an operator's ~/.my.cnf would. */
  private void runTheScriptsByHand() throws Exception {
    Path mysql = Files.createDirectories(folder.resolve("bin")).resolve("mysql");
    Files.writeString(mysql, "#!/bin/sh\nexec '%s' --no-defaults --host=127.0.0.1 --port=%d --user='%s' %s \"$@\"\n"
        .formatted(client(), databasePort, administrator.user(),
            TestDatabase.kind().equals("mariadb") ? "--skip-ssl" : ""));
    assertThat(mysql.toFile().setExecutable(true)).isTrue();
    ProcessBuilder loop = new ProcessBuilder("bash", "-ec",
        "set -o pipefail; " + named(MANUAL.block("sh", "for f in sql/core")))
        .redirectErrorStream(true).redirectOutput(folder.resolve("scripts.log").toFile());
    loop.environment().put("PATH", mysql.getParent() + ":" + System.getenv("PATH"));
    loop.environment().put("MYSQL_PWD", administrator.password());
    int code = loop.start().waitFor();
    assertThat(code).as(Files.readString(folder.resolve("scripts.log"))).isZero();
  }

  private static Path client() {
    Path home = Path.of(System.getProperty("dianpu.home", "data")).toAbsolutePath();
    return TestDatabase.kind().equals("mysql") ? home.resolve("mysql-9.7/bin/mysql")
        : home.resolve("mariadb-11.4.5/bin/mariadb");
  }

  private TiedProcess start(Path log) {
    String command = MANUAL.block("sh", "java -Xmx1g").replace("--port 8080", "--port " + port);
    Path java = Path.of(System.getProperty("java.home"), "bin");
    return TiedProcess.start(folder, log, List.of("env", "PATH=" + java + ":" + System.getenv("PATH"),
        "DIANPU_HOME=" + folder.resolve("data"),
        "DIANPU_DB_URL=jdbc:mysql://localhost:" + databasePort + "/" + name,
        "DIANPU_DB_USER=" + name, "DIANPU_DB_PASSWORD=a long password", "bash", "-c", "exec " + command));
  }

  private static void awaitReady(TiedProcess server, HttpVisitor visitor, Path log) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (status(visitor) != 200) {
      assertThat(server.alive()).as("the server runs; " + log).isTrue();
      assertThat(System.nanoTime()).as(() -> "waiting for /health/ready: " + tail(log)).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static int status(HttpVisitor visitor) {
    try {
      return visitor.get("/health/ready").statusCode();
    } catch (CannotStart notYet) {
      return 0;
    }
  }

  private static String tail(Path log) {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 4000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void install(HttpVisitor owner) throws Exception {
    String key = Files.readString(folder.resolve("data/install.key")).strip();
    assertThat(Files.readString(folder.resolve("server.log"))).as("the key stands in the log, too").contains(key);
    assertThat(leadsTo(owner.post("/install", Map.of("key", key)))).isEqualTo("/install/checks");
    HttpResponse<String> checks = owner.get("/install/checks");
    assertThat(checks.statusCode()).isEqualTo(200);
    assertThat(checks.body()).doesNotContain("check-red");
    assertThat(leadsTo(owner.get("/install/progress"))).as("the tables were accepted").isEqualTo("/install/account");
    assertThat(owner.post("/install/account", Map.of("shopName", "照书开店", "adminName", "boss",
        "password", PASSWORD, "passwordConfirm", PASSWORD)).statusCode()).isEqualTo(200);
  }

  private static String leadsTo(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").map(URI::create).map(URI::getPath).orElse("");
  }

  /** Names of this test's own, since the server is everybody's. */
  private String named(String block) {
    return block.replaceAll("\\bdianpu\\b", name);
  }
}
