package dev.dianpu.limit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The values of {@link RedisSends} as bytes. One that is missing is one in which nothing counts. */
final class RedisBytes {

  private static final int DIGEST_BYTES = 32;

  private RedisBytes() {}

  static byte[] of(RedisSends.RedisBudget budget) {
    byte[] sends = budget.sends().bytes();
    return ByteBuffer.allocate(Long.BYTES + sends.length).putLong(budget.emptiedAt()).put(sends).array();
  }

  static RedisSends.RedisBudget budget(Optional<byte[]> value) {
    if (value.isEmpty()) {
      return new RedisSends.RedisBudget(0, Sends.none());
    }
    byte[] bytes = value.get();
    return new RedisSends.RedisBudget(ByteBuffer.wrap(bytes).getLong(),
        Sends.of(Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
  }

  static byte[] of(SiteSends site) {
    return written(out -> {
      for (SiteSends.Window window : new SiteSends.Window[] {site.hour(), site.day()}) {
        for (Sends sends : new Sends[] {window.all(), window.known(), window.money()}) {
          byte[] bytes = sends.bytes();
          out.writeInt(bytes.length);
          out.write(bytes);
        }
      }
    });
  }

  static SiteSends site(Optional<byte[]> value) {
    return value.map(bytes -> read(bytes, in -> new SiteSends(window(in), window(in))))
        .orElseGet(() -> new SiteSends(nothing(), nothing()));
  }

  private static SiteSends.Window nothing() {
    return new SiteSends.Window(Sends.none(), Sends.none(), Sends.none());
  }

  private static SiteSends.Window window(DataInputStream in) throws IOException {
    return new SiteSends.Window(sends(in), sends(in), sends(in));
  }

  private static Sends sends(DataInputStream in) throws IOException {
    return Sends.of(in.readNBytes(in.readInt()));
  }

  static byte[] of(SendStore.Taken taken) {
    return written(out -> {
      out.writeLong(taken.share().at());
      out.writeBoolean(taken.share().known());
      out.writeLong(taken.share().cost());
      out.writeInt(taken.givenBack());
      for (Budget budget : taken.subjects().budgets()) {
        out.writeInt(budget.kind());
        out.write(taken.subjects().of(budget));
      }
    });
  }

  static Optional<SendStore.Taken> taken(Optional<byte[]> value) {
    return value.map(bytes -> read(bytes, in -> {
      SiteSends.Share share = new SiteSends.Share(in.readLong(), in.readBoolean(), in.readLong());
      int givenBack = in.readInt();
      Map<Budget, byte[]> digests = new EnumMap<>(Budget.class);
      while (in.available() > 0) {
        digests.put(Budget.of(in.readInt()), in.readNBytes(DIGEST_BYTES));
      }
      return new SendStore.Taken(new Subjects(digests), share, givenBack);
    }));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.to(new DataOutputStream(bytes));
    } catch (IOException neverOfMemory) {
      throw new UncheckedIOException(neverOfMemory);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try {
      return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException cutShort) {
      throw new UncheckedIOException(cutShort);
    }
  }
}
