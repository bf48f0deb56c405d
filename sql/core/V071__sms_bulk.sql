CREATE TABLE IF NOT EXISTS sms_bulk (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  wording VARCHAR(500) NOT NULL COMMENT 'without the signature; the same for everybody',
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT, STARTED or STOPPED',
  duplicates INT NOT NULL COMMENT 'numbers that were entered more than once',
  parts INT NOT NULL COMMENT 'so many SMS is each one paid as, by the estimate',
  price DECIMAL(12,4) NOT NULL COMMENT 'yuan for a part, by the estimate',
  created_at DATETIME(6) NOT NULL,
  started_at DATETIME(6) NULL,
  KEY sms_bulk_draft (state, created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='One text to many phones, made by an admin'
