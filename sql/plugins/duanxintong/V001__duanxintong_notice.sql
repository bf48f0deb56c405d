CREATE TABLE IF NOT EXISTS duanxintong_notice (
  phone_digest BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed digest',
  told_at DATETIME(6) NOT NULL,
  KEY duanxintong_notice_told (told_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='When a phone that has an account was last told so: at most once in 24 hours';
