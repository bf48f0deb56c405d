CREATE TABLE IF NOT EXISTS guard_claim (
  what VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  at DATETIME(6) NOT NULL COMMENT 'when a node last did it'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What one of all nodes does now and then for the guard: look at the counts, write a mail';
