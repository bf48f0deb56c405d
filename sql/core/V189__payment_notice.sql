CREATE TABLE IF NOT EXISTS payment_notice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  method VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'payment method',
  trade VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the payment service''s number of the payment; with the method unique, so that a repeated notice changes nothing',
  order_sn VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount DECIMAL(12,2) NOT NULL COMMENT 'yuan, as the payment service says',
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'APPLIED, or why not: WRONG_AMOUNT, TOO_LATE, UNKNOWN_ORDER',
  received_at DATETIME(6) NOT NULL,
  UNIQUE KEY payment_notice_once (method, trade),
  KEY payment_notice_order (order_sn)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What payment services told of payments, signature checked';
