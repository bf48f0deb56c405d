CREATE TABLE IF NOT EXISTS sku_rank_price (
  sku_id BIGINT NOT NULL,
  rank_id BIGINT NOT NULL,
  price DECIMAL(12,2) NOT NULL COMMENT 'yuan',
  PRIMARY KEY (sku_id, rank_id),
  KEY sku_rank_price_rank (rank_id),
  CONSTRAINT sku_rank_price_sku FOREIGN KEY (sku_id) REFERENCES sku (id) ON DELETE CASCADE,
  CONSTRAINT sku_rank_price_of FOREIGN KEY (rank_id) REFERENCES member_rank (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Fixed prices for a rank, in place of its discount';
