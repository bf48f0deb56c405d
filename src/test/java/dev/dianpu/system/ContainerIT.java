package dev.dianpu.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.database.ShopDatabase;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** If this fails, nothing that other in-container tests say means anything. */
@InContainer
@Dependent
class ContainerIT {

  @Inject ShopDatabase database;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Deployment
  static WebArchive shop() {
    return TestWar.with(ContainerIT.class);
  }

  @Test
  void theShopIsReadyOnTheDatabaseOfTheTests() {
    assertThat(database.state()).isEqualTo(ShopDatabase.State.READY);
  }

  @Test
  void connectionsUseUtcAndReadCommitted() throws Exception {
    try (Connection connection = dataSource.getConnection();
        ResultSet row = connection.createStatement()
            .executeQuery("select timediff(now(6), utc_timestamp(6)), @@session.transaction_isolation")) {
      row.next();
      assertThat(row.getString(1)).startsWith("00:00:00");
      assertThat(row.getString(2)).as("the server's own word, not the driver's memory").isEqualTo("READ-COMMITTED");
    }
  }
}
