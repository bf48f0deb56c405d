CREATE TABLE IF NOT EXISTS sms_template (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  wording VARCHAR(500) NOT NULL COMMENT 'as in the settings, with {$name} for variables, without the signature',
  wording_digest BINARY(32) NOT NULL COMMENT 'SHA-256 of the wording: equal wordings only, down to the blank',
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CODE, NOTICE or MARKETING',
  gateway_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'number or name at the gateway; empty while it has none',
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PENDING, APPROVED, REJECTED or DELETED',
  remark VARCHAR(255) NOT NULL COMMENT 'words of the gateway',
  created_at DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  UNIQUE KEY sms_template_wording (channel, wording_digest),
  KEY sms_template_gateway (channel, gateway_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Texts filed with the gateways; only an approved one may be sent where a gateway demands that';
