package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloopen.rest.sdk.BodyType;
import com.cloopen.rest.sdk.CCPRestSmsSDK;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dromara.sms4j.api.SmsBlend;
import org.dromara.sms4j.api.entity.SmsResponse;
import org.dromara.sms4j.cloopen.config.CloopenConfig;
import org.dromara.sms4j.core.factory.SmsFactory;
import org.dromara.sms4j.javase.config.SEInitializer;
import org.dromara.sms4j.provider.config.SmsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that others wrote for the real gateway are served by the simulated one: it is not made after our client. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CloopenClientsTest {

  private static final String PHONE = "13800138000";
  private static final String TRIAL = "【云通讯】您使用的是云通讯短信模板，您的验证码是8305，请于5分钟内正确输入";

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final CloopenSimulator cloopen = simulators.gateway(CloopenSimulator.class);

  @AfterEach
  void stop() {
    simulators.close();
  }

  /** The gateway owner's SDK; its third parameter switches TLS off. */
  private CCPRestSmsSDK sdk(BodyType format, String token) {
    CCPRestSmsSDK sdk = new CCPRestSmsSDK();
    String address = simulators.address(cloopen);
    sdk.init("127.0.0.1", address.substring(address.lastIndexOf(':') + 1), false);
    sdk.setAccount(CloopenSimulator.ACCOUNT_SID, token);
    sdk.setAppId(CloopenSimulator.APP_ID);
    sdk.setBodyType(format);
    return sdk;
  }

  @ParameterizedTest
  @EnumSource(BodyType.class)
  void theOwnersSdkSendsInBothFormats(BodyType format) {
    HashMap<String, Object> answer = sdk(format, CloopenSimulator.AUTH_TOKEN)
        .sendTemplateSMS(PHONE + ",13900139000", "1", new String[] {"8305", "5"}, "8888", "request1");

    assertThat(answer).containsEntry("statusCode", "000000");
    assertThat(answer.get("data").toString()).contains("smsMessageSid", "dateCreated");
    assertThat(simulators.inbox(PHONE)).extracting(SimulatedSms::text).containsExactly(TRIAL);
    assertThat(simulators.inbox("13900139000")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(BodyType.class)
  void theOwnersSdkUnderstandsRefusals(BodyType format) {
    String[] values = {"8305", "5"};
    CCPRestSmsSDK sdk = sdk(format, CloopenSimulator.AUTH_TOKEN);
    assertThat(sdk.sendTemplateSMS(PHONE, "1", values, "", "same")).containsEntry("statusCode", "000000");
    assertThat(sdk.sendTemplateSMS(PHONE, "1", values, "", "same")).containsEntry("statusCode", "160054");
    assertThat(sdk.sendTemplateSMS("12345", "1", values)).containsEntry("statusCode", "160042");
    assertThat(sdk.sendTemplateSMS(PHONE, "77", values)).containsEntry("statusCode", "112323");
    assertThat(sdk(format, "0000").sendTemplateSMS(PHONE, "1", values)).containsEntry("statusCode", "111109");
    cloopen.clockError(Duration.ofHours(49));
    assertThat(sdk.sendTemplateSMS(PHONE, "1", values)).containsEntry("statusCode", "161106");
    cloopen.clockError(Duration.ZERO);
    cloopen.fault(Fault.of(Fault.Mode.ERROR_INSIDE), 1);
    assertThat(sdk(BodyType.Type_JSON, CloopenSimulator.AUTH_TOKEN).sendTemplateSMS(PHONE, "1", values))
        .containsEntry("statusCode", "160000");
    assertThat(cloopen.sent()).isEqualTo(1);
  }

  /** The SDK writes XML values as they are. */
  @Test
  void theOwnersSdkMayWriteBrokenXmlWhichIsRefused() {
    assertThat(sdk(BodyType.Type_XML, CloopenSimulator.AUTH_TOKEN)
        .sendTemplateSMS(PHONE, "1", new String[] {"a<b", "5"})).containsEntry("statusCode", "160031");
  }

  /** The base address is a setting of sms4j, scheme included, and ends with the version. */
  private SmsBlend sms4j(String token) {
    CloopenConfig config = new CloopenConfig();
    config.setBaseUrl(simulators.address(cloopen) + "/2013-12-26");
    config.setAccessKeyId(CloopenSimulator.ACCOUNT_SID);
    config.setAccessKeySecret(token);
    config.setSdkAppId(CloopenSimulator.APP_ID);
    config.setConfigId("simulated");
    config.setMaxRetries(0);
    SmsConfig shared = new SmsConfig();
    shared.setIsPrint(false);
    SEInitializer.initializer().fromConfig(shared, List.of(config));
    return SmsFactory.getSmsBlend("simulated");
  }

  @Test
  void sms4jSends() {
    LinkedHashMap<String, String> values = new LinkedHashMap<>(Map.of("code", "8305"));
    values.put("minutes", "5");

    SmsResponse one = sms4j(CloopenSimulator.AUTH_TOKEN).sendMessage(PHONE, "1", values);
    SmsResponse many =
        sms4j(CloopenSimulator.AUTH_TOKEN).massTexting(List.of("13900139000", "13700137000"), "1", values);

    assertThat(one.isSuccess()).as("%s", one).isTrue();
    assertThat(many.isSuccess()).isTrue();
    assertThat(one.getData().toString()).contains("smsMessageSid");
    assertThat(simulators.inbox(PHONE)).extracting(SimulatedSms::text).containsExactly(TRIAL);
    assertThat(simulators.inbox("13700137000")).extracting(SimulatedSms::text).containsExactly(TRIAL);
  }

  @Test
  void sms4jUnderstandsARefusal() {
    SmsResponse refused = sms4j("0000").sendMessage(PHONE, "1", new LinkedHashMap<>(Map.of("code", "8305")));

    assertThat(refused.isSuccess()).isFalse();
    assertThat(refused.getData().toString()).contains("111109");
    assertThat(cloopen.sent()).isZero();
  }
}
