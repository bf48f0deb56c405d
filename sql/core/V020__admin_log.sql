CREATE TABLE IF NOT EXISTS admin_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  admin_name VARCHAR(60) NOT NULL COMMENT 'empty for the installer',
  address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  action VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of a text',
  subject VARCHAR(120) NOT NULL,
  old_value TEXT NOT NULL COMMENT 'secrets hidden',
  new_value TEXT NOT NULL COMMENT 'secrets hidden',
  KEY admin_log_at (at),
  KEY admin_log_admin (admin_name, at),
  KEY admin_log_action (action, at),
  KEY admin_log_both (admin_name, action, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Every change made in the admin: who, when, from where, what, before and after'
