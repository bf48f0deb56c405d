package dev.dianpu.sms;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One text to many phones: estimated, started by the owner, sent by whichever node claims its phones. */
@ApplicationScoped
@Transactional
public class BulkSending {

  /** So many phones take part at most. */
  public static final int MOST = 10_000;
  /** What the law asks for in advertisements, in the words that gateways understand. */
  public static final String OPT_OUT = "退订回TD";

  @Inject BulkRepository repository;
  @Inject OptOuts optOuts;
  @Inject SmsSecrets secrets;
  @Inject SmsSignature signature;
  @Inject Settings settings;
  @Inject AdminLog log;
  @Inject Clock clock;

  /**
   * A text to many and how far it is.
   *
   * @param price yuan for a part
   * @param counts how many phones are in which state
   * @param reasons why phones were rejected or left unknown
   */
  public record View(long id, String text, String signature, boolean draft, boolean stopped, int duplicates, int parts,
      BigDecimal price, Instant createdAt, Map<BulkState, Long> counts, List<Reason> reasons) {

    /** All phones, those left out included. */
    public long phones() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The phones of a state, named as text. */
    public long count(String state) {
      return counts.getOrDefault(BulkState.valueOf(state), 0L);
    }

    /** Those that get it, as far as it is known before. */
    public long wanted() {
      return phones() - count("OPTED_OUT");
    }

    /** What all parts cost, in yuan. */
    public BigDecimal cost() {
      return price.multiply(BigDecimal.valueOf(wanted() * parts));
    }

    /** Phones with which nothing more will happen. */
    public long ended() {
      return phones() - count("QUEUED") - count("SENDING");
    }

    /** Whether phones are still waiting or being sent to. */
    public boolean running() {
      return !draft && ended() < phones();
    }
  }

  /** Why so many phones did not get it. */
  public record Reason(BulkState state, String cause, String explanation, long phones) {}

  /**
   * Keeps a draft with an estimate.
   *
   * @param text without the signature and without variables
   * @param phones each once, at most {@link #MOST}
   * @param duplicates how many were entered more than once
   * @return its id
   */
  public long draft(String text, Collection<PhoneNumber> phones, int duplicates) {
    Map<ByteBuffer, PhoneNumber> byDigest = new java.util.LinkedHashMap<>();
    phones.forEach(phone -> byDigest.put(ByteBuffer.wrap(secrets.digest(phone)), phone));
    Set<ByteBuffer> out = optOuts.contains(byDigest.keySet().stream().map(ByteBuffer::array).toList());
    Bulk bulk = new Bulk(text, duplicates, new SmsText(text, signature.text()).parts(),
        new BigDecimal(settings.text(SmsGroups.PRICE)), clock.instant());
    repository.add(bulk, byDigest.entrySet().stream().map(phone -> new BulkRepository.Entry(phone.getKey().array(),
        secrets.sealPhone(phone.getValue()),
        out.contains(phone.getKey()) ? BulkState.OPTED_OUT : BulkState.DRAFT)).toList());
    return bulk.id;
  }

  /** The one of this id. */
  public Optional<View> find(long id) {
    return repository.find(id).map(bulk -> view(bulk, repository.counts(List.of(id))));
  }

  /** The newest ones that were started. */
  public List<View> newest(int most) {
    List<Bulk> newest = repository.newest(most);
    List<BulkRepository.Count> counts = repository.counts(newest.stream().map(bulk -> bulk.id).toList());
    return newest.stream().map(bulk -> view(bulk, counts)).toList();
  }

  private View view(Bulk bulk, List<BulkRepository.Count> all) {
    List<BulkRepository.Count> own = all.stream().filter(count -> count.bulkId() == bulk.id).toList();
    Map<BulkState, Long> counts = new EnumMap<>(BulkState.class);
    own.forEach(count -> counts.merge(count.state(), count.phones(), Long::sum));
    List<Reason> reasons = own.stream()
        .filter(count -> count.state() == BulkState.REJECTED || count.state() == BulkState.UNKNOWN)
        .map(count -> new Reason(count.state(), count.cause(), count.explanation(), count.phones())).toList();
    return new View(bulk.id, bulk.wording, signature.text(), bulk.state == Bulk.State.DRAFT,
        bulk.state == Bulk.State.STOPPED, bulk.duplicates, bulk.parts, bulk.price, bulk.createdAt, counts, reasons);
  }

  /** Starts a draft; false if it was started before, which a second click does. */
  public boolean start(long id) {
    boolean started = repository.start(id, clock.instant());
    if (started) {
      View view = find(id).orElseThrow();
      log.record("admin.log.bulk-started", Long.toString(id), "", Long.toString(view.wanted()));
    }
    return started;
  }

  /** Stops it; phones whose turn has come are finished. How many will not get it. */
  public int stop(long id) {
    int stopped = repository.stop(id, clock.instant());
    log.record("admin.log.bulk-stopped", Long.toString(id), "", Integer.toString(stopped));
    return stopped;
  }
}
