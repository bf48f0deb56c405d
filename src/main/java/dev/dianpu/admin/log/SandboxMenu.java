package dev.dianpu.admin.log;

import dev.dianpu.platform.AdminMenu;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsSandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The way to the SMS of a sandbox, while there is one. */
@ApplicationScoped
class SandboxMenu implements AdminMenu {

  @Inject Extensions<SmsSandbox> sandboxes;

  @Override
  public List<Entry> entries() {
    return sandboxes.all().isEmpty() ? List.of()
        : List.of(new Entry(Group.SMS, 40, "admin.sandbox", "/admin/sms/sandbox"));
  }
}
