CREATE TABLE IF NOT EXISTS picture (
  digest CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'hexadecimal, of the large one; its address, so that browsers may keep it for ever',
  large MEDIUMBLOB NOT NULL COMMENT 'JPEG drawn anew by the shop, at most 1200 points wide and high',
  small MEDIUMBLOB NOT NULL COMMENT 'the same, at most 480 points',
  created_at DATETIME(6) NOT NULL,
  KEY picture_created (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Uploaded pictures, in the database, since nodes share nothing else';
