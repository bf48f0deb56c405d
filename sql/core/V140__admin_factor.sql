CREATE TABLE IF NOT EXISTS admin_factor (
  admin_id BIGINT NOT NULL PRIMARY KEY,
  totp_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'secret shared with an authenticator app; null without one',
  totp_step BIGINT NOT NULL DEFAULT 0 COMMENT 'newest time step of which a code was accepted; none of it or before it passes again',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'proved by a code; null without one',
  email VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'proved by a code; empty without one',
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT admin_factor_of FOREIGN KEY (admin_id) REFERENCES admin (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='By what an admin proves himself besides the password';
