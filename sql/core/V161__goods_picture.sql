CREATE TABLE IF NOT EXISTS goods_picture (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  goods_id BIGINT NOT NULL,
  digest CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of an uploaded picture; null for an asset of the theme',
  path VARCHAR(200) NOT NULL COMMENT 'address of the large one, or path of an asset',
  small_path VARCHAR(200) NOT NULL COMMENT 'the same of the small one',
  alt VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'what is to be seen, for people who do not see it',
  position INT NOT NULL DEFAULT 100 COMMENT 'small ones first; the first is shown in lists',
  KEY goods_picture_goods (goods_id, position, id),
  KEY goods_picture_digest (digest),
  CONSTRAINT goods_picture_of FOREIGN KEY (goods_id) REFERENCES goods (id) ON DELETE CASCADE,
  CONSTRAINT goods_picture_kept FOREIGN KEY (digest) REFERENCES picture (digest)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The gallery of goods';
