CREATE TABLE IF NOT EXISTS send_budget (
  kind TINYINT NOT NULL COMMENT '1 phone, 2 address, 3 range, 4 site; also the order in which rows are locked',
  subject BINARY(32) NOT NULL COMMENT 'keyed digest of the phone, address or range; zeros for the site',
  sends VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'what still counts: pairs of time (8 bytes, ms) and number (4 bytes)',
  known_sends VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'of the site: those of ranges that had sent before',
  expires_at DATETIME(3) NOT NULL COMMENT 'when the last of them counts no more',
  PRIMARY KEY (kind, subject),
  KEY send_budget_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What each phone, address, range and the whole shop sent lately; its rows are the locks of the limits';
