package dev.dianpu.plugins.zkeys;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.EngineAnswer;
import dev.dianpu.spi.gateway.EngineWire;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The token of one account, in memory: fetched when the first SMS wants it, when it is out of date, when the gateway
 * refuses it and when the owner clears the caches. Whoever wants it while it is being fetched waits for that one call.
 */
final class ZkeysTokens implements AutoCloseable {

  private static final EngineWire WIRE = ZkeysSettings.WIRE;
  /** A token that ends while an SMS is on its way is as good as none. */
  private static final long EARLY_SECONDS = 30;
  private static final long LONGEST_SECONDS = 30L * 24 * 3600;

  private final Settings settings;
  private final Clock clock;
  private final GatewayClient<ZkeysApi> gateway = GatewayClient.of(ZkeysApi.class);
  private final AtomicReference<ZkeysToken> current = new AtomicReference<>();
  private final AtomicReference<CompletableFuture<Fetched>> underWay = new AtomicReference<>();

  ZkeysTokens(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Either a token, or why there is none, as the refusal of an SMS that was surely not sent. */
  record Fetched(ZkeysToken token, SendOutcome refusal) {}

  /** The token that is held, or a new one. */
  Fetched get() {
    ZkeysToken held = current.get();
    return held != null && held.owner().equals(owner()) && clock.instant().isBefore(held.until())
        ? new Fetched(held, null) : fetch();
  }

  /** Drops a token, unless another took its place meanwhile. */
  void drop(ZkeysToken refused) {
    current.compareAndSet(refused, null);
  }

  void forget() {
    current.set(null);
  }

  /** A new one, by one call for all who ask at the same time. */
  Fetched fetch() {
    CompletableFuture<Fetched> mine = new CompletableFuture<>();
    CompletableFuture<Fetched> running = underWay.compareAndExchange(null, mine);
    if (running != null) {
      return running.join();
    }
    try {
      Fetched fetched = ask();
      current.set(fetched.token());
      mine.complete(fetched);
      return fetched;
    } finally {
      underWay.set(null);
      mine.completeExceptionally(new IllegalStateException("no token was fetched"));
    }
  }

  private Fetched ask() {
    ZkeysToken.Owner owner = owner();
    Map<String, String> fields = new LinkedHashMap<>();
    WIRE.put(fields, settings, "appid-field", owner.appId());
    if (!owner.secret().isEmpty()) {
      WIRE.put(fields, settings, "secret-field", owner.secret());
    }
    Instant now = clock.instant();
    WIRE.put(fields, settings, "time-field", Long.toString(now.getEpochSecond()));
    GatewayReply reply = gateway.call(owner.address(), WIRE.timeouts(settings),
        api -> api.post(WIRE.type(settings), null, WIRE.body(settings, fields)));
    if (reply instanceof Answer answer) {
      EngineAnswer read = EngineAnswer.of(answer, WIRE, settings);
      String value = read.value("answer-token");
      if (answer.successful() && value.matches("[!-~]{1,2000}")) {
        return new Fetched(new ZkeysToken(value, now.plusSeconds(seconds(read)), owner), null);
      }
    }
    return new Fetched(null, new ZkeysRefusals(settings, clock).of(reply));
  }

  private ZkeysToken.Owner owner() {
    return new ZkeysToken.Owner(WIRE.address(settings, "token-path"),
        settings.text(ZkeysSettings.APP_ID).strip(), settings.secret(ZkeysSettings.SECRET).strip());
  }

  private long seconds(EngineAnswer answer) {
    String told = answer.value("answer-seconds");
    long seconds = told.matches("[0-9]{1,9}")
        ? Math.min(Long.parseLong(told), LONGEST_SECONDS) : settings.number(ZkeysSettings.TOKEN_SECONDS);
    return Math.max(seconds - EARLY_SECONDS, seconds / 2);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
