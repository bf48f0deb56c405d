package dev.dianpu.member;

import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.region.RegionChoice;
import dev.dianpu.region.RegionPath;
import dev.dianpu.region.Regions;
import dev.dianpu.spi.PhoneNumber;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An address as it was typed: its fields, and what is wrong with them. */
public class AddressForm {

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_STREET = 120;

  @FormParam("consignee") @DefaultValue("") String consignee;
  @FormParam("phone") @DefaultValue("") String phone;
  @FormParam("province") @DefaultValue("") String province;
  @FormParam("city") @DefaultValue("") String city;
  @FormParam("district") @DefaultValue("") String district;
  @FormParam("street") @DefaultValue("") String street;
  @FormParam("preferred") @DefaultValue("") String preferred;
  @FormParam("back") @DefaultValue("") String back;
  @FormParam("action") @DefaultValue("") String action;

  private final Map<String, String> errors = new HashMap<>();

  /** Whether only a region was chosen: without scripts the next field is filled by the server. */
  boolean choosing() {
    return action.equals("region");
  }

  RegionChoice choice(Regions regions) {
    return RegionChoice.of(regions, province, city, district);
  }

  /**
   * The address; empty if something is wrong.
   *
   * @param known the one that is changed: its phone stays if none was typed
   */
  Optional<Address> read(Regions regions, Optional<Address> known) {
    String name = consignee.strip();
    String where = street.strip();
    int code = choice(regions).code();
    Optional<RegionPath> region = code == 0 ? Optional.empty() : regions.place(code);
    Optional<PhoneNumber> number = phone.isBlank() && known.isPresent() ? known.map(Address::phone)
        : PhoneNumbers.mainlandMobile(phone);
    require("consignee", !name.isEmpty() && length(name) <= LONGEST_NAME && !Spelling.hidesSomething(name));
    require("phone", number.isPresent());
    require("region", region.isPresent());
    require("street", length(where) >= 2 && length(where) <= LONGEST_STREET && !Spelling.hidesSomething(where));
    return errors.isEmpty() ? Optional.of(new Address(known.map(Address::id).orElse(0L), name, number.orElseThrow(),
        region.orElseThrow(), where, !preferred.isEmpty())) : Optional.empty();
  }

  /** By field: the key of what is wrong. */
  Map<String, String> errors() {
    return errors;
  }

  /** What the form shows again. */
  Map<String, String> values() {
    return Map.of("consignee", Typed.again(consignee, LONGEST_STREET), "phone", Typed.again(phone, LONGEST_STREET),
        "street", Typed.again(street, 2 * LONGEST_STREET), "preferred", preferred.isEmpty() ? "" : "yes");
  }

  /** As a form that shows a stored address; the phone is not typed again. */
  static Map<String, String> values(Address address) {
    return Map.of("consignee", address.consignee(), "phone", "", "street", address.street(),
        "preferred", address.preferred() ? "yes" : "");
  }

  private void require(String field, boolean right) {
    if (!right) {
      errors.put(field, "address.wrong." + field);
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
