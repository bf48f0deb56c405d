package dev.dianpu.sms;

import dev.dianpu.platform.AdminAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells the owner when no SMS can be sent because every channel failed. */
@ApplicationScoped
class ChannelAlerts implements AdminAlerts {

  @Inject ChannelOverview channels;

  @Override
  public List<Alert> alerts() {
    return channels.allDown() ? List.of(new Alert("admin.channels.all-down", "/admin/sms/channels")) : List.of();
  }
}
