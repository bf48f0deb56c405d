CREATE TABLE IF NOT EXISTS region (
  code INT NOT NULL PRIMARY KEY COMMENT 'GB/T 2260; of a province the last four digits are 0, of a city the last two',
  parent INT NULL COMMENT 'null for a province',
  name VARCHAR(40) NOT NULL,
  KEY region_parent (parent, code),
  CONSTRAINT region_within FOREIGN KEY (parent) REFERENCES region (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Provinces, cities and districts of mainland China';
