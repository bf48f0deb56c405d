package dev.dianpu.sms;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.TokenHolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** 清除缓存 drops access tokens, too, on every node (document 003, point 5). */
@ApplicationScoped
class ForgetTokens {

  @Inject Extensions<SmsChannel> channels;

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals("cache")) {
      channels.all().stream().filter(TokenHolder.class::isInstance).map(TokenHolder.class::cast)
          .forEach(TokenHolder::forgetToken);
    }
  }
}
