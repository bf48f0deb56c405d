package dev.dianpu.simulator;

import java.time.Clock;
import java.util.Map;

/**
 * The platform of an upstream agent: {@code POST /api/sms/} with member id and secret. <b>Its wire format is an
 * invention of ours</b>; see {@link EngineSimulator}, also for its controls. Known is that {@code /api/sms/} is put behind the
 * address, and that an address which has it already ends in 模板编号不能为空.
 */
public final class UpstreamSimulator extends EngineSimulator {

  /** Its name in inboxes and in control addresses. */
  public static final String NAME = "upstream";
  /** The member that the development run and the tests use. */
  public static final String MEMBER = "1100001";
  /** The secret of {@link #MEMBER}. */
  public static final String SECRET = "dianpu-demo-upstream";

  private static final String PATH = "/api/sms/";

  UpstreamSimulator(Clock clock, Inboxes inboxes) {
    super(NAME, clock, inboxes);
  }

  @Override
  boolean serves(String path) {
    return path.startsWith(PATH);
  }

  @Override
  WireAnswer take(WireRequest request) {
    if (!request.path().equals(PATH)) {
      return said("1008", "短信发送失败:模板编号不能为空");
    }
    Map<String, String> fields = fields(request);
    return MEMBER.equals(fields.get("member_id")) && SECRET.equals(fields.get("secret"))
        ? send(fields) : said("1001", "短信发送失败:ZKEYS接口未配置");
  }
}
