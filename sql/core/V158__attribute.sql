CREATE TABLE IF NOT EXISTS attribute (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  type_id BIGINT NOT NULL,
  name VARCHAR(40) NOT NULL,
  choices VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'possible values, one a line; empty: any text',
  filtered BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'whether visitors can filter lists by it',
  position INT NOT NULL DEFAULT 100 COMMENT 'small ones first',
  UNIQUE KEY attribute_name (type_id, name),
  CONSTRAINT attribute_type FOREIGN KEY (type_id) REFERENCES goods_type (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What can be said of goods of a type';
