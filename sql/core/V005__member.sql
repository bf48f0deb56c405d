CREATE TABLE IF NOT EXISTS member (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username VARCHAR(20) NOT NULL,
  email VARCHAR(100) NOT NULL COMMENT 'lower case',
  phone_digest BINARY(32) NULL COMMENT 'keyed digest, for equality and uniqueness; null without a phone',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  password VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nickname VARCHAR(30) NOT NULL DEFAULT '',
  registered_at DATETIME(6) NOT NULL,
  registered_from VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IP address',
  consent_version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of agreement and privacy page',
  consent_at DATETIME(6) NOT NULL,
  last_login_at DATETIME(6) NULL,
  UNIQUE KEY member_username (username),
  UNIQUE KEY member_email (email),
  UNIQUE KEY member_phone (phone_digest),
  KEY member_registered (registered_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Registered customers';
