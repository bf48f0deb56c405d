package dev.dianpu.contract;

/** The contract for 互亿无线 as it comes: POST, XML, dynamic password. */
class IhuyiContractTest extends SmsChannelContract {

  @Override
  ChannelUnderTest underTest() {
    return new IhuyiUnderTest();
  }
}
