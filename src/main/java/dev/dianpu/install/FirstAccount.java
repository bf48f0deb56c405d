package dev.dianpu.install;

import dev.dianpu.admin.account.Admins;
import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.KeyFingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;

/** The act that makes a database a shop: the first admin and the key's fingerprint, both or neither. */
@ApplicationScoped
class FirstAccount {

  @Inject Admins admins;
  @Inject KeyFingerprint fingerprint;
  @Inject Keys keys;
  @Inject SecretBox box;

  /**
   * Makes them.
   *
   * @throws SQLException when somebody else was faster: there is a fingerprint already
   */
  @Transactional(rollbackOn = Exception.class)
  void make(String name, String password) throws SQLException {
    if (!keys.present()) {
      keys.create();
    }
    fingerprint.keep(box);
    admins.create(name, password);
  }
}
