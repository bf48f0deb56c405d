CREATE TABLE IF NOT EXISTS sku (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  goods_id BIGINT NOT NULL,
  code VARCHAR(40) NOT NULL COMMENT 'product number of the variant, as on the label',
  options VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'values of the goods'' options, parted by a slash; empty for goods without variants',
  price DECIMAL(12,2) NOT NULL COMMENT 'yuan; what anybody pays outside of promotions',
  promotion_price DECIMAL(12,2) NULL COMMENT 'yuan; null for no promotion',
  promotion_from DATETIME(6) NULL COMMENT 'first moment of the promotion',
  promotion_until DATETIME(6) NULL COMMENT 'first moment after it',
  stock INT NOT NULL DEFAULT 0 COMMENT 'pieces that can still be sold',
  weight INT NOT NULL DEFAULT 0 COMMENT 'grams, packed',
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ON_SALE' COMMENT 'ON_SALE, OFF_SALE or REMOVED; a removed one stays, since orders name it',
  position INT NOT NULL DEFAULT 100 COMMENT 'small ones first',
  UNIQUE KEY sku_code (code),
  KEY sku_of_goods (goods_id, position, id),
  KEY sku_stock (state, stock),
  KEY sku_promotion (promotion_until),
  CONSTRAINT sku_goods FOREIGN KEY (goods_id) REFERENCES goods (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What is put into a cart: a variant of goods with its own price and stock; each goods has at least one';
