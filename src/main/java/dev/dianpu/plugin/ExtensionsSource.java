package dev.dianpu.plugin;

import dev.dianpu.spi.Extensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.lang.reflect.ParameterizedType;

/** Makes {@code @Inject Extensions<T>} work for every extension type. */
@ApplicationScoped
class ExtensionsSource {

  @Inject InstalledPlugins plugins;

  @Produces
  @Dependent
  <T> Extensions<T> extensions(InjectionPoint point) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) ((ParameterizedType) point.getType()).getActualTypeArguments()[0];
    return () -> plugins.extensions(type);
  }
}
