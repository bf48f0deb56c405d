CREATE TABLE IF NOT EXISTS order_step (
  order_id BIGINT NOT NULL,
  step INT NOT NULL COMMENT 'from 1',
  action VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'after it, as the next two',
  payment_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shipping_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'MEMBER, ADMIN, SYSTEM',
  actor_name VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'of the admin',
  note VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'of the admin; not shown to the member',
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (order_id, step),
  CONSTRAINT order_step_order FOREIGN KEY (order_id) REFERENCES shop_order (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The life of each order, step by step: who, when, what';
