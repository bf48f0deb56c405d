CREATE TABLE IF NOT EXISTS guard_count (
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SITE, RANGE, PREFIX, VIRTUAL, COUNTRY; FLOW: a range and a prefix together; REFUSED: a reason',
  subject VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'range of addresses, first digits, country, reason; empty for the site',
  bucket DATETIME NOT NULL COMMENT 'start of five minutes',
  asked INT NOT NULL COMMENT 'of REFUSED: how often',
  sent INT NOT NULL,
  verified INT NOT NULL COMMENT 'codes used in these five minutes, whenever they were sent',
  PRIMARY KEY (kind, subject, bucket),
  KEY guard_count_time (kind, bucket)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='How many codes were asked for, sent and used, from where and to which numbers; each node adds its share once a second';
