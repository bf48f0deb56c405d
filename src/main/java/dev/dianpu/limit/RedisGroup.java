package dev.dianpu.limit;

import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What holds while Redis is lost: on the page of the limits of a shop that has one. */
@ApplicationScoped
class RedisGroup implements GroupSource {

  /** Below 0: no tab of the store settings. */
  private static final int ORDER = -1;

  @Inject Redis redis;

  @Override
  public List<SettingGroup> groups() {
    return redis.on() ? List.of(SettingGroup.of("redis", ORDER,
        SettingField.choice(Stores.SETTING, Stores.DATABASE, List.of(Stores.DATABASE, Stores.REFUSE)))) : List.of();
  }
}
