CREATE TABLE IF NOT EXISTS member_field_value (
  member_id BIGINT NOT NULL,
  field_id BIGINT NOT NULL,
  value VARCHAR(100) NOT NULL,
  PRIMARY KEY (member_id, field_id),
  CONSTRAINT member_field_value_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
  CONSTRAINT member_field_value_field FOREIGN KEY (field_id) REFERENCES member_field (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What members answered'
