CREATE TABLE IF NOT EXISTS admin_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the opaque cookie',
  admin_id BIGINT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL COMMENT 'last request, to the minute',
  notice VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'what the next page says about the last action',
  UNIQUE KEY admin_session_token (token_hash),
  KEY admin_session_created (created_at),
  CONSTRAINT admin_session_admin FOREIGN KEY (admin_id) REFERENCES admin (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Logged-in admins: 30 minutes idle, 12 hours at most'
