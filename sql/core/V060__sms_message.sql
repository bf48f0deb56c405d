CREATE TABLE IF NOT EXISTS sms_message (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  to_digest BINARY(32) NOT NULL COMMENT 'keyed digest of the phone',
  to_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  template VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text_sealed TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'codes in it are hidden before it is sealed',
  reference VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'for whom it was sent, such as a notice: at most one message each',
  state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the newest attempt',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY sms_message_reference (reference)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='One SMS to one number';
