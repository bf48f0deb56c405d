CREATE TABLE IF NOT EXISTS send_site (
  id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1: the one row is what everybody waits for, so it is locked last',
  hour_sends VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'of the last hour: pairs of time (8 bytes, ms) and number (4 bytes)',
  hour_known VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'those of them that came from ranges that had sent before',
  hour_money VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'their price, the number being ten-thousandths of a yuan',
  day_sends VARBINARY(8000) NOT NULL DEFAULT '' COMMENT 'the same of the last 24 hours',
  day_known VARBINARY(8000) NOT NULL DEFAULT '',
  day_money VARBINARY(8000) NOT NULL DEFAULT ''
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What the whole shop sent lately that verified nothing, and its price';
