CREATE TABLE IF NOT EXISTS guard_decision (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  span VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TEN_MINUTES, HOUR or DAY: over which it was measured',
  sent INT NOT NULL,
  verified INT NOT NULL,
  normal INT NOT NULL COMMENT 'unverified sends of this span on a normal day',
  expected INT NOT NULL COMMENT 'so many unverified sends would have been fine',
  step VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PROOF, SLIDER or PAUSE',
  mode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RECORD or ENFORCE',
  ends_at DATETIME(6) NOT NULL COMMENT 'when it ended or was to end',
  stopped INT NOT NULL DEFAULT 0 COMMENT 'requests that a pause refused',
  KEY guard_decision_log (at, id),
  KEY guard_decision_kind (kind, step, mode, at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What the guard decided, and why';
