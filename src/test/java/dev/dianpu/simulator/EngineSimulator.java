package dev.dianpu.simulator;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the two gateways on the platform of ZKEYS share. <b>Its wire format is an invention of ours</b>: only the words
 * of its faults are known, from document 003. The codes 1001 to 1009, field names, JSON of answers and paths are made
 * up, and so the description says.
 *
 * <p>Controls: {@code quota?remaining=} – how many codes may go out; {@code signature?name=} – the approved signature,
 * empty when none is; {@code template?needed=true} – an SMS needs a template's number.
 */
abstract class EngineSimulator extends SimulatedGateway {

  private static final long PLENTY = 1_000_000_000L;
  private static final int LONGEST = 500;

  private final AtomicLong quota = new AtomicLong(PLENTY);
  private final AtomicLong next = new AtomicLong(50_000_000);
  private final AtomicReference<String> signature = new AtomicReference<>("店铺");
  private final AtomicBoolean templateNeeded = new AtomicBoolean();

  EngineSimulator(String name, Clock clock, Inboxes inboxes) {
    super(name, clock, inboxes);
  }

  /** How many codes may go out. */
  public final void quota(long remaining) {
    quota.set(remaining);
  }

  /** The approved signature; empty when none is. */
  public final void signature(String approved) {
    signature.set(approved);
  }

  /** Whether an SMS needs the number of a template. */
  public final void templateNeeded(boolean needed) {
    templateNeeded.set(needed);
  }

  @Override
  void forget() {
    quota.set(PLENTY);
    signature.set("店铺");
    templateNeeded.set(false);
  }

  @Override
  boolean control(String what, WireRequest request) {
    switch (what) {
      case "quota" -> quota(Controls.number(request, "remaining", 0));
      case "signature" -> signature(request.parameter("name"));
      case "template" -> templateNeeded(Boolean.parseBoolean(request.parameter("needed")));
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  String more() {
    return ",\"quota\":" + quota + ",\"wire\":\"invented\"";
  }

  @Override
  final WireAnswer errorInside() {
    return said("1001", "短信发送失败:ZKEYS接口未配置");
  }

  /** The fields of a form or of a JSON object. */
  static Map<String, String> fields(WireRequest request) {
    Map<String, String> fields = new HashMap<>();
    request.form().forEach((name, values) -> fields.put(name, values.get(0)));
    if (request.header("Content-Type").startsWith("application/json")) {
      try (JsonReader reader = Json.createReader(new StringReader(request.body()))) {
        JsonObject object = reader.readObject();
        object.keySet().forEach(name -> fields.put(name, object.getString(name)));
      } catch (JsonException noJson) {
        fields.clear();
      }
    }
    return fields;
  }

  final WireAnswer send(Map<String, String> fields) {
    String mobile = fields.getOrDefault("mobile", "");
    String content = fields.getOrDefault("content", "");
    String name = fields.getOrDefault("signname", "");
    if (!mobile.matches("1[3-9][0-9]{9}") || content.isEmpty() || content.length() > LONGEST) {
      return said("1002", "短信发送失败:请求参数验证不存在");
    }
    if (signature.get().isEmpty()) {
      return said("1004", "短信发送失败:短信签名未找到,请提交签名审核通过后重试");
    }
    if (!name.equals(signature.get())) {
      return said("1003", "短信发送失败:签名数据不一致");
    }
    if (templateNeeded.get() && fields.getOrDefault("template_id", "").isEmpty()) {
      return said("1008", "短信发送失败:模板编号不能为空");
    }
    if (quota.getAndUpdate(left -> Math.max(0, left - 1)) <= 0) {
      return said("1006", "发送失败,已达验证码发送上限");
    }
    deliver(mobile, "【" + name + "】" + content);
    return WireAnswer.json(200,
        "{\"code\":0,\"msg\":\"发送成功\",\"data\":{\"id\":\"" + next.incrementAndGet() + "\"}}");
  }

  static WireAnswer said(String code, String text) {
    return WireAnswer.json(200, "{\"code\":\"" + code + "\",\"msg\":\"" + text + "\"}");
  }
}
