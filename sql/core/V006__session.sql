CREATE TABLE IF NOT EXISTS session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the opaque cookie',
  member_id BIGINT NULL COMMENT 'who is logged in; null for a visitor who solved a captcha',
  created_at DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  UNIQUE KEY session_token (token_hash),
  KEY session_expires (expires_at),
  KEY session_member (member_id),
  CONSTRAINT session_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Storefront sessions: made by a right captcha answer, a login or a registration, never by a plain visit';
