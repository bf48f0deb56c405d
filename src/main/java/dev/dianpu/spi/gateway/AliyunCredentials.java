package dev.dianpu.spi.gateway;

/** How a buyer on the Aliyun market proves to be one. Never logged: {@code toString} hides what is secret. */
public sealed interface AliyunCredentials {

  /** A key that names the buyer and a secret that signs each request. */
  record AppKey(String key, String secret) implements AliyunCredentials {
    @Override
    public String toString() {
      return "AppKey[****]";
    }
  }

  /** A code that is sent along with each request: whoever reads one request can send more. */
  record AppCode(String code) implements AliyunCredentials {
    @Override
    public String toString() {
      return "AppCode[****]";
    }
  }
}
