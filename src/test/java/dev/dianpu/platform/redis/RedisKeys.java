package dev.dianpu.platform.redis;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import redis.clients.jedis.Jedis;

/** Looks into a Redis by a connection of its own. */
public record RedisKeys(String address) {

  /** How long each key with this in its name still lives, in milliseconds; -1 if for ever. */
  public Map<String, Long> lives(String part) {
    try (Jedis jedis = new Jedis(URI.create(address))) {
      Map<String, Long> lives = new HashMap<>();
      jedis.keys("*" + part + "*").forEach(key -> lives.put(key, jedis.pttl(key)));
      return lives;
    }
  }

  /** Forgets everything, as a Redis does that was started anew without its data. */
  public void flush() {
    try (Jedis jedis = new Jedis(URI.create(address))) {
      jedis.flushAll();
    }
  }

  /** Ends all connections, as a firewall does with idle ones. */
  public void endConnections() {
    try (Jedis jedis = new Jedis(URI.create(address))) {
      jedis.sendCommand(redis.clients.jedis.Protocol.Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");
    }
  }
}
