CREATE TABLE IF NOT EXISTS member_balance (
  member_id BIGINT NOT NULL PRIMARY KEY,
  amount DECIMAL(12,2) NOT NULL DEFAULT 0 COMMENT 'yuan; never below 0',
  CONSTRAINT member_balance_owner FOREIGN KEY (member_id) REFERENCES member (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What the shop owes its members and they may pay with; the sum of their entries';
