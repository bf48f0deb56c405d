package dev.dianpu.plugins.zkeys;

import dev.dianpu.plugins.zkeys.ZkeysTokens.Fetched;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.TokenHolder;
import dev.dianpu.spi.gateway.EngineAnswer;
import dev.dianpu.spi.gateway.EngineFault;
import dev.dianpu.spi.gateway.EngineWire;
import dev.dianpu.spi.gateway.FiledByHand;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayOutcomes;
import dev.dianpu.spi.gateway.GatewayReply;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The official channel of ZKEYS: a token, then one POST per SMS with it. What goes over the wire is not public, hence
 * {@link EngineWire}.
 *
 * <p>A send that the gateway refuses for its token is made once more with a new one. That is no repetition of an SMS
 * that may have arrived: it was refused, in so many words, before it was looked at.
 */
final class ZkeysChannel implements FiledByHand, SmsConnectionTest, TokenHolder, AutoCloseable {

  private static final EngineWire WIRE = ZkeysSettings.WIRE;

  private final String id;
  private final Settings settings;
  private final GatewayClient<ZkeysApi> gateway = GatewayClient.of(ZkeysApi.class);
  private final ZkeysTokens tokens;

  ZkeysChannel(PluginContext context) {
    this.id = context.channelId(ZkeysPlugin.ID);
    this.settings = context.settings();
    this.tokens = new ZkeysTokens(settings, context.clock());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public List<SettingProblem> problems() {
    return ZkeysSettings.problems(settings);
  }

  @Override
  public boolean demandsTemplate() {
    return WIRE.demandsTemplate(settings);
  }

  @Override
  public SendOutcome send(SmsMessage message) {
    if (!problems().isEmpty()) {
      return GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured");
    }
    return WIRE.notTried(settings, message).orElseGet(() -> sendWithToken(message));
  }

  private SendOutcome sendWithToken(SmsMessage message) {
    Fetched first = tokens.get();
    if (first.token() == null) {
      return first.refusal();
    }
    GatewayReply reply = post(message, first.token());
    if (!tokenRefused(reply)) {
      return outcome(reply, message, first.token());
    }
    tokens.drop(first.token());
    Fetched second = tokens.get();
    return second.token() == null ? second.refusal() : outcome(post(message, second.token()), message, second.token());
  }

  private GatewayReply post(SmsMessage message, ZkeysToken token) {
    Map<String, String> fields = new LinkedHashMap<>();
    boolean header = ZkeysSettings.inHeader(settings);
    if (!header) {
      WIRE.put(fields, settings, "token-field", token.value());
    }
    WIRE.put(fields, settings, "appid-field", settings.text(ZkeysSettings.APP_ID).strip());
    fields.putAll(WIRE.message(settings, message));
    return gateway.call(WIRE.address(settings, "send-path"), WIRE.timeouts(settings), api -> api.post(
        WIRE.type(settings), header ? "Bearer " + token.value() : null, WIRE.body(settings, fields)));
  }

  /** By status 401, by a code that is set for it, or by the words of document 003; never with a success. */
  private boolean tokenRefused(GatewayReply reply) {
    if (!(reply instanceof Answer answer) || answer.status() >= 500) {
      return false;
    }
    EngineAnswer read = EngineAnswer.of(answer, WIRE, settings);
    return !read.succeeded() && (answer.status() == 401 || read.oneOf("token-refused")
        || EngineFault.in(read.text()).filter(EngineFault.TOKEN_FAILED::equals).isPresent());
  }

  private SendOutcome outcome(GatewayReply reply, SmsMessage message, ZkeysToken token) {
    Redaction redaction = Redaction.of(message, token.value(), settings.secret(ZkeysSettings.SECRET));
    if (tokenRefused(reply)) {
      EngineAnswer read = EngineAnswer.of((Answer) reply, WIRE, settings);
      return new Rejected(
          Cause.CREDENTIALS, read.words(redaction).explained("zkeys.error.token-refused"));
    }
    return GatewayOutcomes.withoutAnswer(reply)
        .orElseGet(() -> EngineAnswer.of((Answer) reply, WIRE, settings).outcome(redaction));
  }

  /** Fetches a token, which takes address, AppId, secret and clock; of the signature it proves nothing. */
  @Override
  public Connection testConnection() {
    if (!problems().isEmpty()) {
      return new Connection(false, GatewayOutcomes.notTried(Cause.NOT_CONFIGURED, "not-configured").answer());
    }
    Fetched fetched = tokens.fetch();
    return fetched.token() == null
        ? new Connection(false, fetched.refusal().answer())
        : new Connection(true, new GatewayAnswer("", "", "", ""));
  }

  @Override
  public void forgetToken() {
    tokens.forget();
  }

  @Override
  public void close() {
    gateway.close();
    tokens.close();
  }
}
