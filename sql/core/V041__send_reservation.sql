CREATE TABLE IF NOT EXISTS send_reservation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(3) NOT NULL COMMENT 'the time under which it stands in send_budget',
  phone BINARY(32) NOT NULL,
  address BINARY(32) NOT NULL,
  address_range BINARY(32) NOT NULL,
  known_range TINYINT NOT NULL COMMENT '1: it counts in known_sends of the site, too',
  given_back TINYINT NOT NULL DEFAULT 0 COMMENT 'bits 1 phone, 2 address, 4 range, 8 site',
  KEY send_reservation_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What one send took from the budgets, so that it can be given back, each unit once';
