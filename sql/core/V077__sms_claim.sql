CREATE TABLE IF NOT EXISTS sms_claim (
  what VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  at DATETIME(6) NOT NULL COMMENT 'when a node last did it',
  KEY sms_claim_old (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What is done once in a while by one of all nodes: asking for a balance, an alarm to the owner';
