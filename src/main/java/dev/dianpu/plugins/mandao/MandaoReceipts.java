package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads pushed receipts: one parameter {@code args}, records divided by {@code ;}, fields by {@code ,}. Which field is
 * the phone, the id and the state is a setting; what the others are is not documented, nor is a push of replies.
 */
final class MandaoReceipts {

  private static final String PHONE = "\\+?[0-9]{5,20}";
  private static final String ID = "[0-9]{1,18}";
  private static final int LONGEST_STATE = 64;

  private final Settings settings;

  MandaoReceipts(Settings settings) {
    this.settings = settings;
  }

  /** Empty when not one record is a receipt. A record that is none does not cost the others. */
  Optional<Reading> read(Push push) {
    if (push.kind() != Kind.RECEIPT) {
      return Optional.empty();
    }
    List<SmsEvent> events = Arrays.stream(push.parameter("args").split(";"))
        .map(record -> record.split(",", -1)).map(this::receipt).flatMap(Optional::stream).toList();
    return events.isEmpty() ? Optional.empty() : Optional.of(new Reading(events, "text/plain; charset=utf-8", "0"));
  }

  private Optional<SmsEvent> receipt(String[] fields) {
    String phone = field(fields, MandaoSettings.RECEIPT_MOBILE);
    String id = field(fields, MandaoSettings.RECEIPT_RRID);
    String state = field(fields, MandaoSettings.RECEIPT_STATUS);
    if (!phone.matches(PHONE) || !id.matches(ID) || state.isEmpty() || state.length() > LONGEST_STATE) {
      return Optional.empty();
    }
    boolean delivered = Arrays.stream(settings.text(MandaoSettings.RECEIPT_DELIVERED).split(","))
        .anyMatch(good -> good.strip().equalsIgnoreCase(state));
    return Optional.of(new Receipt(id, phone, delivered, state, "", Optional.empty()));
  }

  private String field(String[] fields, String place) {
    int index = (int) settings.number(place);
    return index < fields.length ? fields[index].strip() : "";
  }
}
