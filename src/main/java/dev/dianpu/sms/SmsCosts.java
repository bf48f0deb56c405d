package dev.dianpu.sms;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What an SMS costs by the owner's setting: gateways tell it too late, or never. */
@ApplicationScoped
public class SmsCosts {

  /** Decimals that a price may have. */
  private static final int DECIMALS = 4;

  @Inject Settings settings;
  @Inject SmsSignature signature;

  /** Of a text with its signature; each part is paid for. In ten-thousandths of a yuan. */
  public long of(String wording, Map<String, String> variables) {
    return price() * new SmsText(SmsText.fill(wording, variables), signature.text()).parts();
  }

  /** Of one part, in ten-thousandths of a yuan. */
  public long price() {
    return yuan().movePointRight(DECIMALS).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** Of one part, in yuan. */
  public BigDecimal yuan() {
    return new BigDecimal(settings.text(SmsGroups.PRICE));
  }
}
