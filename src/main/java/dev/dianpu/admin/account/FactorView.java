package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Factors;
import dev.dianpu.admin.factor.SecondFactor;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.registration.CodeAnswer;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the pages that ask for a second factor have in common. */
@ApplicationScoped
class FactorView {

  @Inject SecondFactor factor;
  @Inject Messages messages;

  /** The page with the ways in which this admin can prove himself. */
  Page ways(Page page, Factors factors, Purpose purpose) {
    return page.with("factors", factors)
        .with("contact", factor.contacts(factors, purpose).stream().findFirst().map(Contact::masked).orElse(null));
  }

  /** The page with what became of a code that was asked for. */
  Page told(Page page, Optional<CodeAnswer> answer, Locale locale) {
    if (answer.isPresent() && answer.get() instanceof CodeAnswer.Sent sent) {
      String text = sent.certain() ? "admin.step.sent" : "registration.outcome-unknown";
      return page.with("sent", messages.text(locale, text, sent.validFor() / 60));
    }
    CodeAnswer.Refused refused = answer.map(CodeAnswer.Refused.class::cast)
        .orElse(new CodeAnswer.Refused(CodeAnswer.Reason.FEATURE_OFF, 0));
    String text = refused.words(messages, locale, "code.reason.");
    return page.with("errors", Map.of("code", text)).status(refused.reason().status());
  }
}
