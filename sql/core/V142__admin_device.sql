CREATE TABLE IF NOT EXISTS admin_device (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  admin_id BIGINT NOT NULL,
  token_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of the opaque cookie',
  label VARCHAR(60) NOT NULL COMMENT 'browser and system, by its own word',
  address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IP address of the last login',
  first_at DATETIME(6) NOT NULL,
  seen_at DATETIME(6) NOT NULL COMMENT 'last login',
  trusted_until DATETIME(6) NULL COMMENT 'no second step is asked for before this; null for never',
  UNIQUE KEY admin_device_token (token_hash, admin_id),
  KEY admin_device_of (admin_id, seen_at),
  KEY admin_device_seen (seen_at),
  CONSTRAINT admin_device_owner FOREIGN KEY (admin_id) REFERENCES admin (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Browsers in which an admin logged in before; forgotten half a year after the last login';
