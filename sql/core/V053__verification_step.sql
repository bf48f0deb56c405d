CREATE TABLE IF NOT EXISTS verification_step (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  verification_id BIGINT NOT NULL,
  step VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'ASKED for a send, or TRIED a code',
  detail VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of ASKED: form of the captcha that was solved, ticket (of an earlier one), off; empty if not told',
  at DATETIME(6) NOT NULL,
  KEY verification_step_of (verification_id),
  CONSTRAINT verification_step_fk FOREIGN KEY (verification_id) REFERENCES verification (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='When a code was asked for and tried, for the timeline of its SMS; what counts stands in verification itself';
