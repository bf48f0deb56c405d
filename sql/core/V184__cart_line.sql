CREATE TABLE IF NOT EXISTS cart_line (
  cart_id BIGINT NOT NULL,
  sku_id BIGINT NOT NULL COMMENT 'may be gone meanwhile, which the cart then says',
  pieces INT NOT NULL,
  added_at DATETIME(6) NOT NULL,
  PRIMARY KEY (cart_id, sku_id),
  CONSTRAINT cart_line_of FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What is in a cart; prices are those of the moment, so none is kept';
