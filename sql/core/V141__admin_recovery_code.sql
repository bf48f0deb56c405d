CREATE TABLE IF NOT EXISTS admin_recovery_code (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  admin_id BIGINT NOT NULL,
  code_digest BINARY(32) NOT NULL COMMENT 'keyed digest, bound to the admin',
  created_at DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL COMMENT 'null while it is good',
  UNIQUE KEY admin_recovery_code_once (admin_id, code_digest),
  CONSTRAINT admin_recovery_code_of FOREIGN KEY (admin_id) REFERENCES admin (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Codes on paper for an admin who lost phone or app, each good once';
