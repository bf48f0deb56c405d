package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Whether phones opted out of advertising. Codes and single notices do not ask: somebody waits for them. */
@ApplicationScoped
class OptOuts {

  private static final int BATCH = 1000;

  @Inject OptOutRepository repository;

  /** Those of these phones' digests that opted out. */
  Set<ByteBuffer> contains(Collection<byte[]> digests) {
    List<byte[]> asked = new ArrayList<>(digests);
    Set<ByteBuffer> found = new HashSet<>();
    for (int from = 0; from < asked.size(); from += BATCH) {
      repository.among(asked.subList(from, Math.min(asked.size(), from + BATCH)))
          .forEach(digest -> found.add(ByteBuffer.wrap(HexFormat.of().parseHex(digest))));
    }
    return found;
  }
}
