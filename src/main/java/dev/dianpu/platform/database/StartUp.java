package dev.dianpu.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks at the database as soon as the application starts: an EJB, since only those start by themselves. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {

  @Inject ShopDatabase database;

  @PostConstruct
  void start() {
    database.start();
  }
}
