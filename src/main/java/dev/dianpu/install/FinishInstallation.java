package dev.dianpu.install;

import dev.dianpu.admin.account.Admins;
import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.plugin.DemoGoods;
import dev.dianpu.settings.SaveSettings;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;

/** The last step. Each part before the first account can be done again, so a crash in between costs nothing. */
@ApplicationScoped
class FinishInstallation {

  private static final Logger LOG = Logger.getLogger(FinishInstallation.class.getName());
  private static final String SHOP_NAME = "shop.name";
  /** As the setting has it; looked at here too, so that all that is wrong is told at once. */
  private static final int SHORTEST = 2;
  private static final int LONGEST = 30;

  @Inject Admins admins;
  @Inject SettingCatalog catalog;
  @Inject SaveSettings settings;
  @Inject DemoGoods demoGoods;
  @Inject FirstAccount account;
  @Inject ShopDatabase database;

  /**
   * What was entered.
   *
   * @param shopName name of the shop
   * @param adminName of the first admin
   * @param password of the first admin
   * @param passwordConfirm the same again
   * @param demo whether demo goods are wanted
   */
  record Entered(String shopName, String adminName, String password, String passwordConfirm, boolean demo) {}

  /** Finishes; what is wrong, by field, in which case nothing was done. Afterwards the shop is ready. */
  List<SettingProblem> finish(Entered entered) throws SQLException {
    List<SettingProblem> problems = problems(entered);
    if (!problems.isEmpty()) {
      return problems;
    }
    List<SettingProblem> notSaved = settings.save(List.of(catalog.group("shop").orElseThrow()),
        Map.of(SHOP_NAME, entered.shopName()), Set.of());
    if (!notSaved.isEmpty()) {
      return notSaved.stream().map(one -> new SettingProblem("shopName", one.message(), one.arguments())).toList();
    }
    if (entered.demo()) {
      demoGoods.add();
    }
    account.make(entered.adminName(), entered.password());
    database.installed();
    LOG.info(() -> "The shop is installed; its first admin is " + entered.adminName());
    return List.of();
  }

  private List<SettingProblem> problems(Entered entered) {
    List<SettingProblem> problems = new ArrayList<>();
    int length = entered.shopName().codePointCount(0, entered.shopName().length());
    if (length < SHORTEST || length > LONGEST) {
      problems.add(new SettingProblem("shopName", "settings.problem.length", SHORTEST, LONGEST));
    }
    admins.nameProblem(entered.adminName()).ifPresent(key -> problems.add(new SettingProblem("adminName", key)));
    admins.passwordProblem(entered.adminName(), entered.password())
        .ifPresent(key -> problems.add(new SettingProblem("password", key)));
    if (!entered.password().equals(entered.passwordConfirm())) {
      problems.add(new SettingProblem("passwordConfirm", "install.account.password-differs"));
    }
    return problems;
  }
}
