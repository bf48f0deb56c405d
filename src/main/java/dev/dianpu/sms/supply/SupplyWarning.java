package dev.dianpu.sms.supply;

import java.util.List;

/**
 * What the owner must know before SMS run out.
 *
 * @param id of this matter: one alarm a day
 * @param channel its id
 * @param kind last part of the keys {@code supply.alert.<kind>} (a sentence, the channel's name first) and
 *     {@code supply.matter.<kind>} (a few words, without the name)
 * @param arguments for the places after the name
 * @param href the page on which it can be looked at
 */
public record SupplyWarning(String id, String channel, String kind, List<String> arguments, String href) {

  public SupplyWarning {
    arguments = List.copyOf(arguments);
  }
}
