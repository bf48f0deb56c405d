CREATE TABLE IF NOT EXISTS admin_login_step (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the opaque cookie',
  admin_id BIGINT NOT NULL,
  tries INT NOT NULL DEFAULT 0 COMMENT 'second steps typed, at most 5',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY admin_login_step_token (token_hash),
  KEY admin_login_step_created (created_at),
  CONSTRAINT admin_login_step_of FOREIGN KEY (admin_id) REFERENCES admin (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Logins between the right password and the second step: 10 minutes';
