CREATE TABLE IF NOT EXISTS key_fingerprint (
  id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
  digest BINARY(32) NOT NULL COMMENT 'keyed digest made by the oldest key of the ring'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Ties the database to the secret key that sealed what is in it';
