CREATE TABLE IF NOT EXISTS sms_package (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  quota INT NOT NULL COMMENT 'how many SMS were bought, each of one part',
  price DECIMAL(12,2) NOT NULL,
  valid_from DATE NOT NULL COMMENT 'first day, in the zone of the shop',
  valid_until DATE NOT NULL COMMENT 'last day',
  note VARCHAR(100) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  KEY sms_package_channel (channel, valid_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Packages that the owner bought and entered; what is used of them is counted from the attempts';
