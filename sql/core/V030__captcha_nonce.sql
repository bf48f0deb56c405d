CREATE TABLE IF NOT EXISTS captcha_nonce (
  nonce BINARY(16) NOT NULL PRIMARY KEY COMMENT 'of a captcha that was answered, right or wrong',
  expires_at DATETIME(6) NOT NULL COMMENT 'when the captcha is worth nothing anyway and the row can go',
  KEY captcha_nonce_expires (expires_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Answered captchas: inserting the row is the test that a captcha is answered only once';
