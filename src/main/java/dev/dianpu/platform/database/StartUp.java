package dev.dianpu.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at the database as soon as the application starts: an EJB, since only those start by themselves. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {

  /** Hibernate logs the values of a refused row, such as a taken e-mail address; who catches the refusal says enough. */
  private static final Logger REFUSED_ROWS = Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

  @Inject ShopDatabase database;

  @PostConstruct
  void start() {
    REFUSED_ROWS.setLevel(Level.OFF);
    database.start();
  }
}
