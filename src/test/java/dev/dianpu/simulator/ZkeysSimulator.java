package dev.dianpu.simulator;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The official channel of ZKEYS: {@code POST /api/token}, then {@code POST /api/sms/send} with the token. <b>Its wire
 * format is an invention of ours</b>; see {@link EngineSimulator}. Known is that no token comes to a server whose clock
 * is wrong; that five minutes are too much is invented.
 *
 * <p>Requests for a token are counted apart and have faults of their own, so that those of sending mean an SMS.
 *
 * <p>Controls beyond the shared ones: {@code expire} – the tokens that were given are good no more; {@code
 * deny?on=true} – no token is good, however fresh.
 */
public final class ZkeysSimulator extends EngineSimulator {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "zkeys";
  /** The AppId that the development run and the tests use. */
  public static final String APP_ID = "dianpu-demo-zkeys";
  /** The secret of {@link #APP_ID}. */
  public static final String SECRET = "dianpu-demo-zkeys-secret";

  private static final String TOKEN = "/api/token";
  private static final String SEND = "/api/sms/send";
  private static final long TOLERATED_SECONDS = 300;

  private final Faults tokenFaults = new Faults();
  private final AtomicLong tokenRequests = new AtomicLong();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private volatile boolean denying;

  ZkeysSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  /** How many requests for a token came. */
  public long tokenRequests() {
    return tokenRequests.get();
  }

  /** Switches a fault on for the next requests for a token. */
  public void tokenFault(Fault fault, int requests) {
    tokenFaults.set(fault, requests);
  }

  /** The tokens that were given are good no more. */
  public void expire() {
    tokens.clear();
  }

  /** Whether every token is refused, however fresh. */
  public void deny(boolean on) {
    denying = on;
  }

  @Override
  void forget() {
    super.forget();
    tokenFaults.clear();
    tokenRequests.set(0);
    tokens.clear();
    denying = false;
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "expire" -> expire();
      case "deny" -> deny(Boolean.parseBoolean(request.parameter("on")));
      default -> {
        return super.control(what, request);
      }
    }
    return true;
  }

  @Override
  String more() {
    return super.more() + ",\"tokenRequests\":" + tokenRequests;
  }

  @Override
  boolean serves(String path) {
    return path.equals(TOKEN) || path.equals(SEND);
  }

  @Override
  Faults faults(WireRequest request) {
    return request.path().equals(TOKEN) ? tokenFaults : super.faults(request);
  }

  @Override
  void arrived(WireRequest request) {
    if (request.path().equals(TOKEN)) {
      tokenRequests.incrementAndGet();
    } else {
      super.arrived(request);
    }
  }

  @Override
  WireAnswer take(WireRequest request) {
    Map<String, String> fields = fields(request);
    return request.path().equals(TOKEN) ? token(fields) : sendWithToken(request, fields);
  }

  private WireAnswer token(Map<String, String> fields) {
    long now = clock().instant().getEpochSecond();
    String time = fields.getOrDefault("timestamp", "");
    boolean known = APP_ID.equals(fields.get("appid")) && SECRET.equals(fields.get("secret"));
    boolean inTime = time.matches("[0-9]{1,12}") && Math.abs(Long.parseLong(time) - now) <= TOLERATED_SECONDS;
    if (!known || !inTime) {
      return dated(said("1005", "接口请求失败:access_token获取失败"));
    }
    String token = UUID.randomUUID().toString();
    tokens.add(token);
    return dated(WireAnswer.json(200,
        "{\"code\":0,\"data\":{\"access_token\":\"" + token + "\",\"expires_in\":7200}}"));
  }

  private WireAnswer sendWithToken(WireRequest request, Map<String, String> fields) {
    String header = request.header("Authorization");
    String token = header.startsWith("Bearer ") ? header.substring(7) : fields.getOrDefault("access_token", "");
    return denying || !tokens.contains(token) ? said("401", "token无效") : send(fields);
  }

  /** With the gateway's own time, which the web server's is not when its clock is wrong. */
  private WireAnswer dated(WireAnswer answer) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock()).withZoneSameInstant(
        ZoneOffset.UTC));
    return new WireAnswer(answer.status(), answer.type(), Map.of("Date", date), answer.body());
  }
}
