package dev.dianpu.sms;

import dev.dianpu.platform.AdminAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tells the owner when no SMS of a kind can be sent: every channel failed, or none has a place. */
@ApplicationScoped
class ChannelAlerts implements AdminAlerts {

  private static final String PAGE = "/admin/sms/channels";

  @Inject ChannelOverview channels;

  @Override
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    for (MessageKind kind : MessageKind.values()) {
      if (channels.allDown(kind)) {
        alerts.add(new Alert("admin.channels.all-down." + kind, PAGE));
      } else if (channels.nonePlaced(kind)) {
        alerts.add(new Alert("admin.channels.none-placed." + kind, PAGE));
      }
    }
    return alerts;
  }
}
