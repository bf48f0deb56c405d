CREATE TABLE IF NOT EXISTS verification_tries (
  owner BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed digest of a phone',
  tries INT NOT NULL,
  ends_at DATETIME(6) NOT NULL COMMENT 'end of the day that began with the first try',
  KEY verification_tries_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Tries per phone and day, across codes, sessions and addresses';
