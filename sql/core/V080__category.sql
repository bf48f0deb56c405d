CREATE TABLE IF NOT EXISTS category (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'short name for scripts and imports; optional',
  name VARCHAR(40) NOT NULL,
  brief VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'one line below the name',
  picture VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'path of an asset; empty for none',
  position INT NOT NULL DEFAULT 100 COMMENT 'small ones first',
  shown BOOLEAN NOT NULL DEFAULT TRUE,
  UNIQUE KEY category_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The shelves of the shop';
