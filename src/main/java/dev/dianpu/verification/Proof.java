package dev.dianpu.verification;

import java.util.List;

/**
 * What a right code leaves behind, until it is used or ten minutes are over.
 *
 * @param id of the verification
 * @param reservations the budgets of all sends of the code, to be given back when the proof is used
 */
public record Proof(long id, List<Long> reservations) {
  public Proof {
    reservations = List.copyOf(reservations);
  }
}
