package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SmsTemplateRegistry;
import java.util.Optional;
import java.util.Set;

/** A channel whose gateway numbers templates, but has no interface to file them: that is done on its site. */
public interface FiledByHand extends SmsTemplateRegistry {

  @Override
  default Set<Operation> operations() {
    return Set.of();
  }

  /** As it is: how the gateway's people write variables is not known. */
  @Override
  default String notation(String wording) {
    return wording;
  }

  @Override
  default Filing submit(Draft draft) {
    return byHand("");
  }

  @Override
  default Filing query(String templateId) {
    return byHand(templateId);
  }

  @Override
  default Filing delete(String templateId) {
    return byHand(templateId);
  }

  private static Filing byHand(String templateId) {
    return new Filing(templateId, Optional.empty(),
        new GatewayAnswer("", "", "", GatewayOutcomes.explanation("template-by-hand")));
  }
}
