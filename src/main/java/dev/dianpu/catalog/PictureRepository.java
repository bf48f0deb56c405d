package dev.dianpu.catalog;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Uploaded pictures, and the galleries of goods. */
@ApplicationScoped
class PictureRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  Optional<byte[]> large(String digest) {
    return new Sql(dataSource).first(row -> row.getBytes(1), "select large from picture where digest = ?", digest);
  }

  Optional<byte[]> small(String digest) {
    return new Sql(dataSource).first(row -> row.getBytes(1), "select small from picture where digest = ?", digest);
  }

  /** The same picture twice is kept once, and is as good as new. */
  void keep(PictureMaker.Rendition picture, Instant now) {
    new Sql(dataSource).update("insert into picture (digest, large, small, created_at) values (?, ?, ?, ?)"
        + " on duplicate key update created_at = values(created_at)",
        picture.digest(), picture.large(), picture.small(), now);
  }

  List<GalleryEntry> gallery(long goods) {
    return new Sql(dataSource).all(row -> new GalleryEntry(row.getLong(1), row.getString(2), row.getString(3),
        row.getInt(4)), "select id, small_path, alt, position from goods_picture where goods_id = ?"
        + " order by position, id", goods);
  }

  void add(long goods, String digest, String alt) {
    new Sql(dataSource).update("insert into goods_picture (goods_id, digest, path, small_path, alt, position)"
        + " select ?, ?, ?, ?, ?, coalesce(max(position), 0) + 10 from goods_picture where goods_id = ?",
        goods, digest, Gallery.address(digest, false), Gallery.address(digest, true), alt, goods);
  }

  int change(long goods, long id, String alt, int position) {
    return new Sql(dataSource).update("update goods_picture set alt = ?, position = ? where id = ? and goods_id = ?",
        alt, position, id, goods);
  }

  int remove(long goods, long id) {
    return new Sql(dataSource).update("delete from goods_picture where id = ? and goods_id = ?", id, goods);
  }

  /** Lists show the first picture of the gallery, small. */
  void showFirst(long goods) {
    new Sql(dataSource).update("update goods set picture = coalesce((select p.small_path from goods_picture p"
        + " where p.goods_id = goods.id order by p.position, p.id limit 1), '') where id = ?", goods);
  }

  /** Forgets pictures that no goods show; their addresses may stand in the pages of a cache for a while. */
  int forget(Instant before) {
    return new Sql(dataSource).update("delete from picture where created_at < ? and not exists"
        + " (select 1 from goods_picture p where p.digest = picture.digest) limit 100", before);
  }
}
