CREATE TABLE IF NOT EXISTS sms_channel_pause (
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  failures INT NOT NULL COMMENT 'failed pauses and probes in a row; each doubles the pause',
  silent INT NOT NULL COMMENT 'unknown outcomes in a row while it is not paused',
  since DATETIME(6) NOT NULL COMMENT 'of the first failure',
  tried_at DATETIME(6) NOT NULL COMMENT 'of the newest failure or probe',
  ends_at DATETIME(6) NOT NULL COMMENT 'no SMS before this; then one probe',
  cause VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  explanation VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of the texts cause and remedy'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Channels that failed for a reason of their own, on all nodes; a success deletes the row';
