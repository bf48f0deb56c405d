CREATE TABLE IF NOT EXISTS parcel_line (
  parcel_id BIGINT NOT NULL,
  order_line_id BIGINT NOT NULL,
  pieces INT NOT NULL,
  PRIMARY KEY (parcel_id, order_line_id),
  CONSTRAINT parcel_line_of FOREIGN KEY (parcel_id) REFERENCES parcel (id) ON DELETE CASCADE,
  CONSTRAINT parcel_line_line FOREIGN KEY (order_line_id) REFERENCES order_line (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What is in a parcel';
