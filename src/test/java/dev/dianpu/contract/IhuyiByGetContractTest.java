package dev.dianpu.contract;

import org.junit.jupiter.api.BeforeEach;

/**
 * The contract for 互亿无线 with every choice the other way: GET, JSON, the APIKEY itself, the signature behind the text.
 */
class IhuyiByGetContractTest extends SmsChannelContract {

  @Override
  ChannelUnderTest underTest() {
    return new IhuyiUnderTest();
  }

  @BeforeEach
  void theOtherWay() {
    settings().save("ihuyi.http-method", "get").save("ihuyi.format", "json").save("ihuyi.password", "static")
        .save("ihuyi.signature", "trailing");
  }
}
