package dev.dianpu.verification;

import dev.dianpu.spi.Purpose;

/** Whose proof: of which session, phone and purpose. */
record Proved(long sessionId, byte[] phoneDigest, Purpose purpose) {}
