CREATE TABLE IF NOT EXISTS guard_test_number (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phone_digest BINARY(32) NOT NULL COMMENT 'keyed digest, for equality',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ends_at DATETIME(6) NOT NULL COMMENT 'from then on the number gets no code at all',
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY guard_test_number_phone (phone_digest)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Numbers for tests with a fixed code, to which no SMS is sent';
