package dev.dianpu.platform.redis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.Jedis;

/**
 * Values as they stand in Redis: each begins with a version, eight bytes by chance, by which the script tells whether
 * somebody changed it. Chance, not a number: one that was removed and made again must not look unchanged.
 */
final class Stored {

  private static final int VERSION_BYTES = Long.BYTES;
  private static final byte[] MISSING = new byte[0];

  /** Keys: what was read, then what is written. Arguments: how many were read, their versions, value and life of each. */
  private static final byte[] SCRIPT = Redis.bytes("""
      local reads = tonumber(ARGV[1])
      for i = 1, reads do
        if redis.call('getrange', KEYS[i], 0, 7) ~= ARGV[i + 1] then return 0 end
      end
      local at = reads + 2
      for i = reads + 1, #KEYS do
        if ARGV[at] == '' then
          redis.call('del', KEYS[i])
        else
          redis.call('set', KEYS[i], ARGV[at], 'px', ARGV[at + 1])
        end
        at = at + 2
      end
      return 1
      """);

  private final String prefix;
  private final List<String> keys;
  private final List<byte[]> versions;
  private final Values values;

  private Stored(String prefix, List<String> keys, List<byte[]> versions, Values values) {
    this.prefix = prefix;
    this.keys = keys;
    this.versions = versions;
    this.values = values;
  }

  static Stored read(Jedis jedis, String prefix, List<String> keys) {
    List<byte[]> found = jedis.mget(keys.stream().map(key -> Redis.bytes(prefix + key)).toArray(byte[][]::new));
    List<byte[]> versions = new ArrayList<>();
    Map<String, byte[]> read = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      byte[] whole = found.get(i);
      versions.add(whole == null ? MISSING : Arrays.copyOf(whole, VERSION_BYTES));
      read.put(keys.get(i), whole == null ? null : Arrays.copyOfRange(whole, VERSION_BYTES, whole.length));
    }
    return new Stored(prefix, keys, versions, new Values(read));
  }

  Values values() {
    return values;
  }

  /** Writes what was set, unless something that was read has changed. */
  boolean write(Jedis jedis) {
    List<byte[]> names = new ArrayList<>();
    List<byte[]> arguments = new ArrayList<>();
    keys.forEach(key -> names.add(Redis.bytes(prefix + key)));
    arguments.add(number(keys.size()));
    arguments.addAll(versions);
    values.written().forEach((key, written) -> {
      names.add(Redis.bytes(prefix + key));
      arguments.add(written.value().length == 0 ? MISSING : versioned(written.value()));
      arguments.add(number(written.life().toMillis()));
    });
    return Long.valueOf(1).equals(jedis.eval(SCRIPT, names, arguments));
  }

  private static byte[] versioned(byte[] value) {
    return ByteBuffer.allocate(VERSION_BYTES + value.length)
        .putLong(ThreadLocalRandom.current().nextLong()).put(value).array();
  }

  private static byte[] number(long number) {
    return Redis.bytes(Long.toString(number));
  }
}
