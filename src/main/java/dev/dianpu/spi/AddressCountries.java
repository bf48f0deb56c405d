package dev.dianpu.spi;

import java.util.Optional;

/**
 * Knows the countries of addresses. The shop brings none: tables have terms of their own, and age. A plugin that reads one
 * makes the guard count by country.
 *
 * <p>Asked for every SMS, by many threads at once: it answers from memory and asks no foreign service.
 */
public interface AddressCountries {

  /**
   * The country of an address.
   *
   * @param address an IP address
   * @return two upper-case letters as in ISO 3166; empty if it is not known
   */
  Optional<String> country(String address);
}
