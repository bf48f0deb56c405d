CREATE TABLE IF NOT EXISTS parcel (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id BIGINT NOT NULL,
  carrier VARCHAR(40) NOT NULL,
  number VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shipped_at DATETIME(6) NOT NULL,
  KEY parcel_of (order_id, id),
  CONSTRAINT parcel_order FOREIGN KEY (order_id) REFERENCES shop_order (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Parcels that left for an order';
