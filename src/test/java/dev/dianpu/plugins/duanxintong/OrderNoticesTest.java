package dev.dianpu.plugins.duanxintong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.sms.SmsText;
import dev.dianpu.spi.MemberRegistered;
import dev.dianpu.spi.OrderEvent;
import dev.dianpu.spi.OrderFacts;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsNotices.SmsNotice;
import dev.dianpu.spi.SmsVariables;
import dev.dianpu.system.MapSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every switch of 短信通知 in both positions, to whom each notice goes, and in which words. */
class OrderNoticesTest {

  private static final Instant AT = Instant.parse("2026-11-25T04:00:00Z");
  private static final PhoneNumber BOUND = new PhoneNumber("+8613800138000");
  private static final PhoneNumber CONSIGNEE = new PhoneNumber("+8613800138001");
  private static final String SHOP = "13800138002";

  private final Map<String, String> values = new HashMap<>();
  private final OrderNotices notices;

  OrderNoticesTest() {
    NoticeSettings.groups().stream().map(SettingGroup::fields).flatMap(List::stream)
        .forEach(field -> values.put(field.key(), field.defaultValue()));
    values.put(NoticeSettings.SHOP_PHONES, SHOP);
    notices = new OrderNotices(MapSettings.over(values));
  }

  private static OrderFacts order(Optional<PhoneNumber> bound) {
    return new OrderFacts("2026112500000017", 7, "王小明", CONSIGNEE, bound, new BigDecimal("128.00"));
  }

  private static OrderEvent event(Class<? extends OrderEvent> kind) {
    OrderFacts order = order(Optional.of(BOUND));
    return List.of(new OrderEvent.OrderPlaced(order, 1, AT), new OrderEvent.OrderCancelled(order, 2, AT, false),
            new OrderEvent.OrderPaid(order, 2, AT), new OrderEvent.OrderPicking(order, 3, AT),
            new OrderEvent.OrderShipped(order, 4, AT, "顺丰速运", "SF123"), new OrderEvent.PickupCode(order, 4, AT, "482913"),
            new OrderEvent.ReceiptConfirmed(order, 5, AT),
            new OrderEvent.OrderRefunded(order, 6, AT, new BigDecimal("28.00")))
        .stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aSwitchThatIsOnSendsItsTextToItsRecipientAndOneThatIsOffNothing(NoticeText text) {
    OrderEvent event = event(text.event());
    assertThat(notices.of(event)).as("all are off as delivered").isEmpty();

    values.put(text.key(), "true");
    values.put(text.textKey(), "自己的内容{$order_sn}");

    PhoneNumber to = switch (text.to()) {
      case SHOP -> new PhoneNumber("+86" + SHOP);
      case CUSTOMER -> BOUND;
      case CONSIGNEE -> CONSIGNEE;
    };
    Duration after = text == NoticeText.CUSTOMER_UNPAID ? Duration.ofHours(24) : Duration.ZERO;
    assertThat(notices.of(event)).containsExactly(new SmsNotice(to, text.template(), "自己的内容{$order_sn}", after));
    assertThat(Arrays.stream(NoticeText.values()).filter(other -> other.event() != text.event())
        .flatMap(other -> notices.of(event(other.event())).stream())).as("at other events").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theTextAsDeliveredHoldsNothingThatTheEventCannotTellAndFitsIntoOneSms(NoticeText text) {
    Map<String, String> known = new HashMap<>(event(text.event()).variables());
    known.putAll(Map.of("shop_name", "云杉小铺", "time", "2026-11-25 12:00"));
    assertThat(known.keySet()).contains(text.variables());
    assertThat(text.variables()).containsAll(SmsVariables.names(text.wording()));
    assertThat(new SmsText(SmsText.fill(text.wording(), known), "云杉小铺").parts()).isEqualTo(1);
  }

  @Test
  void aCustomerWithoutABoundPhoneIsToldAtThatOfTheConsignee() {
    values.put(NoticeText.CUSTOMER_PLACED.key(), "true");
    assertThat(notices.of(new OrderEvent.OrderPlaced(order(Optional.empty()), 1, AT)))
        .extracting(SmsNotice::to).containsExactly(CONSIGNEE);
  }

  @Test
  void theShopIsNotToldOfWhatItCancelledItself() {
    values.put(NoticeText.SHOP_CANCELLED.key(), "true");
    assertThat(notices.of(new OrderEvent.OrderCancelled(order(Optional.empty()), 2, AT, true))).isEmpty();
  }

  @Test
  void severalPhonesOfTheShopAreToldAndAnEventMayHaveItsOwn() {
    values.put(NoticeSettings.SHOP_PHONES, "13800138002，13800138003 13800138002");
    values.put(NoticeText.SHOP_PLACED.key(), "true");
    values.put(NoticeText.SHOP_PAID.key(), "true");
    values.put(NoticeText.SHOP_PAID.phonesKey(), "13800138009");
    assertThat(notices.of(event(OrderEvent.OrderPlaced.class))).extracting(notice -> notice.to().national())
        .containsExactly("13800138002", "13800138003");
    assertThat(notices.of(event(OrderEvent.OrderPaid.class))).extracting(notice -> notice.to().national())
        .containsExactly("13800138009");
  }

  @Test
  void theHoursOfTheReminderAreASetting() {
    values.put(NoticeText.CUSTOMER_UNPAID.key(), "true");
    values.put(NoticeSettings.UNPAID_HOURS, "3");
    assertThat(notices.of(event(OrderEvent.OrderPlaced.class))).extracting(SmsNotice::after)
        .containsExactly(Duration.ofHours(3));
  }

  @Test
  void nobodyIsRemindedOfAnOrderThatIsPaidAtTheDoor() {
    values.put(NoticeText.CUSTOMER_UNPAID.key(), "true");
    assertThat(notices.of(new OrderEvent.OrderPlaced(order(Optional.of(BOUND)), 1, AT, false))).isEmpty();
  }

  @Test
  void aNewMemberIsWelcomedWhereThatIsOnAndThereIsAPhone() {
    MemberRegistered member = new MemberRegistered(7, "小明", Optional.of(BOUND), AT);
    assertThat(notices.of(member)).isEmpty();
    values.put(NoticeSettings.REGISTERED, "true");
    assertThat(notices.of(member)).map(SmsNotice::to).contains(BOUND);
    assertThat(notices.of(new MemberRegistered(7, "小明", Optional.empty(), AT))).isEmpty();
  }

  @Test
  void aNoticeToTheShopNeedsAPhone() {
    SettingGroup.Check check = NoticeSettings.groups().get(0).check();
    values.put(NoticeSettings.SHOP_PHONES, "");
    assertThat(check.problems(MapSettings.over(values))).isEmpty();
    values.put(NoticeText.SHOP_PAID.key(), "true");
    assertThat(check.problems(MapSettings.over(values))).extracting(SettingProblem::key)
        .containsExactly(NoticeSettings.SHOP_PHONES);
    values.put(NoticeText.SHOP_PAID.phonesKey(), SHOP);
    assertThat(check.problems(MapSettings.over(values))).isEmpty();
  }

  @Test
  void phonesAreWrittenInALineOrBelowEachOther() {
    SettingField field = NoticeSettings.groups().get(0).fields().get(0);
    assertThat(List.of(SHOP, SHOP + "，13900139000", SHOP + "\n13900139000", SHOP + "、13900139000；"))
        .allMatch(value -> value.matches(field.pattern()));
    assertThat(List.of("1380013800", "138001380000", SHOP + "13900139000", "021-12345678", (SHOP + " ").repeat(11)))
        .noneMatch(value -> value.matches(field.pattern()));
  }
}
