package dev.dianpu.sms;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.SmsMessage.Filed;
import dev.dianpu.spi.SmsVariables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The texts that gateways approved, in memory. */
@ApplicationScoped
class FiledTexts {

  /** Fired when one was filed, approved, refused or taken away. */
  static final String TOPIC = "sms-templates";

  /** By channel: the gateway's id of each wording. The time only bounds what a lost event would cost. */
  private final LoadingCache<String, Map<String, String>> approved = Caffeine.newBuilder().maximumSize(200)
      .expireAfterWrite(Duration.ofMinutes(5)).build(channel -> repository().approved(channel));

  @Inject TemplateRepository repository;

  private TemplateRepository repository() {
    return repository;
  }

  /** The approved template that this wording is, with the values of its variables. */
  Optional<Filed> of(String channel, String wording, Map<String, String> variables) {
    return Optional.ofNullable(approved.get(channel).get(wording)).map(id ->
        new Filed(id, SmsVariables.names(wording).stream().map(name -> variables.getOrDefault(name, "")).toList()));
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals(TOPIC) || changed.topic().equals("cache")) {
      approved.invalidateAll();
    }
  }
}
