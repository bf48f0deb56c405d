CREATE TABLE IF NOT EXISTS login_failure (
  subject BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed digest of a login name or of an address',
  failures INT NOT NULL,
  last_at DATETIME(6) NOT NULL,
  KEY login_failure_last (last_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Wrong logins since the last right one; forgotten after a day';
