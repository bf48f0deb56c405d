CREATE TABLE IF NOT EXISTS member_field (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  label VARCHAR(20) NOT NULL,
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'TEXT, DIGITS or DATE',
  place INT NOT NULL COMMENT 'smallest first',
  shown BOOLEAN NOT NULL,
  required BOOLEAN NOT NULL,
  UNIQUE KEY member_field_label (label)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What new members are asked besides name, e-mail and phone, such as QQ'
