package dev.dianpu.platform;

import java.util.Optional;

/** Who acts in the admin, as far as the running request is concerned. */
public interface CurrentAdmin {

  /** The admin's name; empty when nobody is logged in there. */
  Optional<String> name();
}
