CREATE TABLE IF NOT EXISTS sms_opt_out (
  phone_digest BINARY(32) NOT NULL PRIMARY KEY,
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'REPLY or ADMIN',
  created_at DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Phones that want no more SMS of the shop but those they ask for'
