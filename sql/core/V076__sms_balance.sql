CREATE TABLE IF NOT EXISTS sms_balance (
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME NOT NULL COMMENT 'to the minute, so that there is at most one row a minute, of whichever node comes first',
  amount DECIMAL(14,4) NOT NULL,
  unit VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'MESSAGES or MONEY',
  PRIMARY KEY (channel, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What gateways said is left, asked or read from their answers';
