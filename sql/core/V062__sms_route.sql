CREATE TABLE IF NOT EXISTS sms_route (
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CODE or NOTICE',
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT NOT NULL COMMENT '1 is tried first, channels of one place share the load; 0 is not used',
  weight INT NOT NULL COMMENT 'share of the load among channels of one place, 1 to 100',
  PRIMARY KEY (kind, channel)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='In which order channels are tried; one without a row comes after all that have one';
