package dev.dianpu.sms.supply;

import dev.dianpu.spi.SmsBalanceSource.Unit;
import java.math.BigDecimal;
import java.time.Instant;

/** What a gateway said is left, and when. */
public record BalancePoint(String channel, Instant at, BigDecimal amount, Unit unit) {}
