CREATE TABLE IF NOT EXISTS goods_attribute (
  goods_id BIGINT NOT NULL,
  attribute_id BIGINT NOT NULL,
  value VARCHAR(100) NOT NULL,
  PRIMARY KEY (goods_id, attribute_id),
  KEY goods_attribute_value (attribute_id, value, goods_id),
  CONSTRAINT goods_attribute_goods FOREIGN KEY (goods_id) REFERENCES goods (id) ON DELETE CASCADE,
  CONSTRAINT goods_attribute_of FOREIGN KEY (attribute_id) REFERENCES attribute (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What is said of goods';
