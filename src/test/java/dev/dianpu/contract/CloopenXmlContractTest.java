package dev.dianpu.contract;

/** The contract for cloopen, spoken in XML. */
class CloopenXmlContractTest extends SmsChannelContract {

  @Override
  ChannelUnderTest underTest() {
    return new CloopenUnderTest("xml");
  }
}
