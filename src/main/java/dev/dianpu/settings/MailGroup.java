package dev.dianpu.settings;

import dev.dianpu.platform.mail.MailServer;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 邮件: the mail server, and the owner's address. */
@ApplicationScoped
class MailGroup implements GroupSource {

  private static final String ADDRESS = "[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+";

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("mail", 40,
        SettingField.text(MailServer.HOST, "").length(0, 120).matching("[A-Za-z0-9.\\-:\\[\\]]+"),
        SettingField.number(MailServer.PORT, 465, 1, 65_535, ""),
        SettingField.choice(MailServer.ENCRYPTION, "tls", List.of("tls", "starttls", "none")),
        SettingField.text(MailServer.USER, "").length(0, 120),
        SettingField.secret(MailServer.PASSWORD),
        SettingField.text(MailServer.SENDER, "").length(0, 120).matching(ADDRESS),
        SettingField.text(MailServer.OWNER, "").length(0, 120).matching(ADDRESS)).checkedBy(wanted ->
            !wanted.text(MailServer.HOST).isEmpty() && wanted.text(MailServer.SENDER).isEmpty()
                ? List.of(new SettingProblem(MailServer.SENDER, "settings.problem.mail-sender")) : List.of()));
  }
}
