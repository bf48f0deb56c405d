package dev.dianpu.guard;

import java.time.Instant;

/** How often something happened to a subject in five minutes. */
record Count(int asked, int sent, int verified) {

  static final Count ASKED = new Count(1, 0, 0);
  static final Count SENT = new Count(0, 1, 0);
  static final Count VERIFIED = new Count(0, 0, 1);

  Count plus(Count other) {
    return new Count(asked + other.asked, sent + other.sent, verified + other.verified);
  }

  /** Of what, and in which five minutes. */
  record Key(Subject subject, Instant bucket) implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject != 0 ? bySubject : bucket.compareTo(other.bucket);
    }
  }
}
