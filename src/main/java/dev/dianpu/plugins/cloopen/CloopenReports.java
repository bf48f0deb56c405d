package dev.dianpu.plugins.cloopen;

import dev.dianpu.plugins.cloopen.CloopenAnswers.Told;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsReportSource.Reports;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code GetArrived}: one call for receipts, one for replies; the gateway forgets what it handed out. */
final class CloopenReports {

  private static final String FUNCTION = "GetArrived";
  private static final String NOTHING_YET = CloopenAnswers.explanation(CloopenStatus.NO_RECEIPT_YET.label());

  private final Settings settings;
  private final CloopenGateway gateway;

  CloopenReports(Settings settings, CloopenGateway gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  /** What the first call brought is kept even if the second fails: nobody can fetch it again. */
  Reports fetch() {
    Reports receipts = fetch(CloopenEvents.RECEIPT);
    if (!receipts.answer().explanation().isEmpty()) {
      return receipts;
    }
    Reports replies = fetch(CloopenEvents.REPLY);
    List<SmsEvent> all = new ArrayList<>(receipts.events());
    all.addAll(replies.events());
    return new Reports(all, receipts.more() || replies.more(), replies.answer());
  }

  private Reports fetch(String type) {
    long most = settings.number(CloopenSettings.REPORTS_A_CALL);
    Told told = gateway.ask(CloopenRequest.of(FUNCTION, "appId", settings.text(CloopenSettings.APP_ID).strip(),
        "smsType", type, "count", Long.toString(most)));
    if (told.success().isEmpty()) {
      return new Reports(List.of(), false, withoutNothingYet(told.answer()));
    }
    List<CloopenTree> found = records(told.success().get());
    ZoneId zone = CloopenSettings.zone(settings);
    List<SmsEvent> events =
        found.stream().map(one -> CloopenEvents.read(one, type, zone)).flatMap(Optional::stream).toList();
    return new Reports(events, found.size() >= most, told.answer());
  }

  /** {@code reports} is an array in JSON; whether XML repeats it or wraps the records in it is not known. */
  private static List<CloopenTree> records(CloopenTree response) {
    List<CloopenTree> records = new ArrayList<>();
    for (CloopenTree one : response.all("reports")) {
      if (one.first("fromNum").isPresent()) {
        records.add(one);
      } else {
        records.addAll(one.all());
      }
    }
    return records;
  }

  /** That there is nothing to fetch has a code of its own, and is no failure. */
  private static GatewayAnswer withoutNothingYet(GatewayAnswer answer) {
    return answer.explanation().equals(NOTHING_YET)
        ? new GatewayAnswer(answer.code(), answer.text(), answer.requestId(), "")
        : answer;
  }
}
