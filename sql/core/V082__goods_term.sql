CREATE TABLE IF NOT EXISTS goods_term (
  term VARCHAR(2) COLLATE utf8mb4_bin NOT NULL COMMENT 'two neighbouring characters, or the last one of a run',
  goods_id BIGINT NOT NULL,
  PRIMARY KEY (term, goods_id),
  KEY goods_term_goods (goods_id),
  CONSTRAINT goods_term_of FOREIGN KEY (goods_id) REFERENCES goods (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Search index: the pairs of characters in the name, number and keywords of goods; an n-gram FULLTEXT index exists on MySQL only';
