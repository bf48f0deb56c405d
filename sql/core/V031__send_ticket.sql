CREATE TABLE IF NOT EXISTS send_ticket (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_id BIGINT NOT NULL,
  phone_digest BINARY(32) NOT NULL COMMENT 'keyed digest of the number',
  purpose VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sends TINYINT NOT NULL DEFAULT 0 COMMENT 'sends so far, at most 3',
  expires_at DATETIME(6) NOT NULL,
  KEY send_ticket_holder (session_id, phone_digest, purpose),
  KEY send_ticket_expires (expires_at),
  CONSTRAINT send_ticket_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Solved captchas: one session may send to one phone for one purpose, three times in ten minutes';
