package dev.dianpu.member;

import dev.dianpu.region.RegionPath;
import dev.dianpu.spi.PhoneNumber;

/**
 * Where a member wants parcels.
 *
 * @param id 0 while it is not stored
 * @param consignee who gets them
 * @param street with building and room
 * @param preferred chosen at first in the checkout
 */
public record Address(
    long id, String consignee, PhoneNumber phone, RegionPath region, String street, boolean preferred) {

  /** Region and street in one line, as on a parcel. */
  public String written() {
    return region.written() + ' ' + street;
  }

  /** Without what tells of a person. */
  @Override
  public String toString() {
    return "Address[" + id + "]";
  }
}
