CREATE TABLE IF NOT EXISTS sms_number_rule (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  list VARCHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'BLOCK, or ALLOW: as soon as there is one, only those get SMS',
  prefix VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'first digits of the numbers; empty for one whole number',
  subject BINARY(32) NOT NULL COMMENT 'keyed digest of the whole number, or of the prefix',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the whole number; empty for a prefix',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY sms_number_rule_once (list, subject)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Numbers and first digits of numbers that get no SMS, or that alone get any';
