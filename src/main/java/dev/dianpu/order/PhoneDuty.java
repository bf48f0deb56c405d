package dev.dianpu.order;

import dev.dianpu.member.Members;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the shop wants a bound phone before an order. */
@ApplicationScoped
class PhoneDuty {

  @Inject Extensions<PhonePolicy> policies;
  @Inject Members members;

  /** Whether this member has to bind a phone first. */
  boolean missing(long memberId) {
    return policies.first().map(PhonePolicy::phoneRequiredForOrders).orElse(false)
        && members.phone(memberId).isEmpty();
  }
}
