CREATE TABLE IF NOT EXISTS admin_login_try (
  source BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed digest of a name, an address, or both',
  failures INT NOT NULL COMMENT 'wrong tries without a right one; forgotten a day after the last',
  last_at DATETIME(6) NOT NULL,
  wait_until DATETIME(6) NOT NULL COMMENT 'no try is looked at before this',
  KEY admin_login_try_last (last_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Wrong tries to log in as an admin: make a captcha and a growing wait due, never a lock-out'
