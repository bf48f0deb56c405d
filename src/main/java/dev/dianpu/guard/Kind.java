package dev.dianpu.guard;

import java.util.EnumSet;
import java.util.Set;

/** What is counted. */
public enum Kind {
  /** The whole shop. */
  SITE,
  /** A range of addresses: /24 of IPv4, /48 of IPv6. */
  RANGE,
  /** The first seven digits of phones: ten thousand numbers of one place. */
  PREFIX,
  /** The first three digits of a virtual operator's numbers, which are cheap to get by the thousand. */
  VIRTUAL,
  /** The country of the address, where a plugin knows it. */
  COUNTRY,
  /** A range and a prefix together: from which a past day can be judged again. */
  FLOW,
  /** Why no code was sent. */
  REFUSED;

  /** Those that a level can be for. */
  public static final Set<Kind> JUDGED = Set.copyOf(EnumSet.of(SITE, RANGE, PREFIX, VIRTUAL, COUNTRY));

  /** Whether it can be paused: a shop or a country never is. */
  boolean pausable() {
    return this == RANGE || this == PREFIX || this == VIRTUAL;
  }
}
