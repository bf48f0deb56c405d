CREATE TABLE IF NOT EXISTS order_line (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT NOT NULL,
  sku_id BIGINT NOT NULL,
  goods_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL COMMENT 'of the goods, as ordered',
  variant VARCHAR(200) NOT NULL DEFAULT '',
  sn VARCHAR(60) NOT NULL COMMENT 'product number, as ordered',
  picture VARCHAR(200) NOT NULL DEFAULT '',
  price DECIMAL(12,2) NOT NULL COMMENT 'of a piece, as ordered',
  pieces INT NOT NULL,
  shipped INT NOT NULL DEFAULT 0 COMMENT 'pieces that left',
  KEY order_line_of (order_id, id),
  KEY order_line_sku (sku_id),
  CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES shop_order (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What was ordered, as it was then';
