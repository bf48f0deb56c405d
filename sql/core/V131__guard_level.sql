CREATE TABLE IF NOT EXISTS guard_level (
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'WATCHFUL, STRICT, PAUSED; whether it is enforced says the setting of its step',
  since DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  pauses INT NOT NULL COMMENT 'in a row: each takes twice as long as the one before',
  counted_from DATETIME(6) NOT NULL COMMENT 'what was sent before is judged no more: a pause was served for it, or an admin lifted one',
  decision_id BIGINT NOT NULL COMMENT 'the newest, in guard_decision',
  PRIMARY KEY (kind, subject),
  KEY guard_level_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='How hard the gate is to pass now, for the whole shop and for ranges and prefixes; calm ones have no row';
