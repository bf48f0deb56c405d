CREATE TABLE IF NOT EXISTS brand (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  brief VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'a sentence about it',
  position INT NOT NULL DEFAULT 100 COMMENT 'small ones first',
  UNIQUE KEY brand_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Who makes the goods';
