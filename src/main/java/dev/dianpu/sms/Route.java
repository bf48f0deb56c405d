package dev.dianpu.sms;

/**
 * A channel's place in the order of one kind of messages.
 *
 * @param channel its id
 * @param place 1 is tried first; channels of one place share the load; 0 is not used
 * @param weight its share of the load among channels of one place, 1 to 100
 */
public record Route(String channel, int place, int weight) {

  /** Of a channel that the owner has not placed: after all that have a place. */
  static final int UNPLACED = 1000;

  /** The largest weight. */
  public static final int HEAVIEST = 100;

  public Route {
    if (place < 0 || place > UNPLACED || weight < 1 || weight > HEAVIEST) {
      throw new IllegalArgumentException("no place of a channel: " + place + ", " + weight);
    }
  }

  static Route unplaced(String channel) {
    return new Route(channel, UNPLACED, 1);
  }

  /** Whether the owner has placed it. */
  public boolean placed() {
    return place < UNPLACED;
  }

  /** Whether messages go through it at all. */
  public boolean used() {
    return place > 0;
  }
}
