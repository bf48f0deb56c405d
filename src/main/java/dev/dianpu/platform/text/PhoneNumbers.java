package dev.dianpu.platform.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.dianpu.spi.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what people type as a phone number: mainland mobile numbers, with or without +86, spaces, hyphens, full-width
 * digits.
 */
public final class PhoneNumbers {

  private static final int LONGEST_INPUT = 32;
  /** The library also reads letters, and drops what follows a number, a NUL for instance. */
  private static final Pattern TYPED = Pattern.compile("[0-9+() .\\p{Pd}]+");
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** The number, or empty when it is no mobile number of mainland China. */
  public static Optional<PhoneNumber> mainlandMobile(String typed) {
    if (typed == null || typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (!TYPED.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber number = LIBRARY.parse(plain, "CN");
      String national = LIBRARY.getNationalSignificantNumber(number);
      boolean mobile = number.getCountryCode() == 86 && !number.hasExtension()
          && (LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE || ofUnlistedMobileRange(national));
      return mobile ? Optional.of(new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164))) : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /** 149 is a data and SMS range of China Unicom that libphonenumber 9.0.43 does not list as mobile. */
  private static boolean ofUnlistedMobileRange(String national) {
    return national.matches("149[0-9]{8}");
  }
}
