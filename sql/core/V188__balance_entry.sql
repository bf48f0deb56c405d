CREATE TABLE IF NOT EXISTS balance_entry (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT NOT NULL,
  amount DECIMAL(12,2) NOT NULL COMMENT 'yuan; negative when it was spent',
  balance DECIMAL(12,2) NOT NULL COMMENT 'after it',
  reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ORDER, REFUND, ADMIN',
  reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number of an order and step of its life, or of the admin''s form; with the reason unique, so that nothing is booked twice',
  note VARCHAR(200) NOT NULL DEFAULT '',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY balance_entry_once (reason, reference),
  KEY balance_entry_of (member_id, id),
  CONSTRAINT balance_entry_owner FOREIGN KEY (member_id) REFERENCES member (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Every change of a balance; rows are never changed';
