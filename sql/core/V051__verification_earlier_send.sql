CREATE TABLE IF NOT EXISTS verification_earlier_send (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  verification_id BIGINT NOT NULL,
  sent_at DATETIME(6) NOT NULL,
  reservation_id BIGINT NOT NULL COMMENT 'its budget, given back when the code is used',
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY verification_earlier_send_of (verification_id),
  CONSTRAINT verification_earlier_send_fk FOREIGN KEY (verification_id) REFERENCES verification (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Sends of a code before its newest one; most codes are sent once and have none';
