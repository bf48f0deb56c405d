CREATE TABLE IF NOT EXISTS sandbox_sms (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  attempt_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sealed MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'phone and text, sealed for the attempt',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY sandbox_sms_attempt (attempt_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='SMS of a shop without a gateway, shown to its admin: the last 200';
