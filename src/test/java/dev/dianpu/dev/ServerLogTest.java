package dev.dianpu.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {

  @Test
  void theFirstExceptionThatSaysSomethingIsTheReason() {
    assertThat(ServerLog.reason("""
        [2026-11-22T09:26:09.102+0000] [] [WARNING] [] [x] [tid: _ThreadID=1] [[
          Exception while deploying
        org.jboss.weld.exceptions.DeploymentException: Exception List with 2 exceptions:
        Exception 0 :
        org.jboss.weld.exceptions.DeploymentException: WELD-001409: Ambiguous dependencies for type Clock
        \tat org.jboss.weld.bootstrap.Validator.validate(Validator.java:387)
        """)).contains("DeploymentException: WELD-001409: Ambiguous dependencies for type Clock");
  }

  @Test
  void aLogWithoutAnExceptionGivesNoReason() {
    assertThat(ServerLog.reason("Payara Micro 6.2025.10 ready in 8,123 (ms)\n")).isEmpty();
  }

  @Test
  void theServerHasBootedWhenItSaysReady() {
    assertThat(ServerLog.booted("Payara Micro  6.2025.10 #badassmicrofish (build 1) ready in 8123 (ms)")).isTrue();
    assertThat(ServerLog.booted("Payara Micro Runtime directory is located at /tmp/x")).isFalse();
  }
}
