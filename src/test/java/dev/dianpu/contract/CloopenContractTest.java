package dev.dianpu.contract;

/** The contract for cloopen, spoken in JSON. */
class CloopenContractTest extends SmsChannelContract {

  @Override
  ChannelUnderTest underTest() {
    return new CloopenUnderTest("json");
  }
}
