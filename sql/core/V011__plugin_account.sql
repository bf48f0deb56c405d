CREATE TABLE IF NOT EXISTS plugin_account (
  plugin_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number INT NOT NULL COMMENT 'from 2; the first account has no row',
  label VARCHAR(40) NOT NULL COMMENT 'how the owner calls it',
  created_at DATETIME(6) NOT NULL,
  PRIMARY KEY (plugin_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Further accounts of the shop with the gateway of a channel plugin, each with settings of its own';
