package dev.dianpu.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.catalog.PictureRefused.Reason;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of goods. They are kept in the database, for nodes share nothing else and a backup of it is whole; see
 * src/adr for what that costs. An address names the content, so browsers keep a picture for ever, and a node keeps the
 * lately wanted ones in memory.
 */
@ApplicationScoped
public class Gallery {

  /** Pictures of the same goods. */
  public static final int MOST = 12;

  private static final long MOST_BYTES = 32L << 20;

  private final Cache<String, byte[]> kept = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
      .weigher((String address, byte[] bytes) -> bytes.length + 100).build();

  @Inject PictureMaker maker;
  @Inject PictureRepository repository;
  @Inject AdminLog log;
  @Inject Versions versions;
  @Inject Clock clock;

  /** The address of an uploaded picture. */
  static String address(String digest, boolean small) {
    return "/pictures/" + digest + (small ? "-s.jpg" : ".jpg");
  }

  /** The bytes of a picture; empty if it is not there. */
  Optional<byte[]> bytes(String digest, boolean small) {
    String address = address(digest, small);
    byte[] bytes = kept.getIfPresent(address);
    if (bytes != null) {
      return Optional.of(bytes);
    }
    Optional<byte[]> read = small ? repository.small(digest) : repository.large(digest);
    read.ifPresent(found -> kept.put(address, found));
    return read;
  }

  /** The pictures of goods, in their order. */
  public List<GalleryEntry> of(long goods) {
    return repository.gallery(goods);
  }

  /** Draws an uploaded file anew, outside of a transaction, since that takes a second. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public PictureMaker.Rendition draw(byte[] file) throws PictureRefused {
    return maker.make(file);
  }

  /** Adds a drawn picture to the goods, as the last one. */
  @Transactional(rollbackOn = PictureRefused.class)
  public void add(long goods, String sn, PictureMaker.Rendition picture, String alt) throws PictureRefused {
    if (repository.gallery(goods).size() >= MOST) {
      throw new PictureRefused(Reason.TOO_MANY);
    }
    repository.keep(picture, clock.instant());
    repository.add(goods, picture.digest(), alt);
    changed(goods, "admin.log.picture-added", sn, alt);
  }

  /**
   * Changes what is said of a picture, and where it stands.
   *
   * @return whether it is there
   */
  @Transactional
  public boolean change(long goods, String sn, GalleryEntry wanted) {
    boolean there = repository.change(goods, wanted.id(), wanted.alt(), wanted.position()) == 1;
    if (there) {
      changed(goods, "admin.log.picture-changed", sn, wanted.alt());
    }
    return there;
  }

  /** Takes a picture away; the file is forgotten some days later, if no goods show it. */
  @Transactional
  public void remove(long goods, String sn, long picture) {
    if (repository.remove(goods, picture) == 1) {
      changed(goods, "admin.log.picture-removed", sn, "");
    }
  }

  private void changed(long goods, String action, String sn, String words) {
    repository.showFirst(goods);
    log.record(action, sn, "", words);
    versions.bump("catalog");
  }
}
