CREATE TABLE IF NOT EXISTS cart (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT NULL COMMENT 'whose it is; null for a visitor, who has the token',
  token_hash BINARY(32) NULL COMMENT 'SHA-256 of the opaque cookie; null for a member',
  touched_at DATETIME(6) NOT NULL COMMENT 'last change; a visitor''s is forgotten 30 days later',
  UNIQUE KEY cart_member (member_id),
  UNIQUE KEY cart_token (token_hash),
  KEY cart_touched (touched_at),
  CONSTRAINT cart_owner FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Carts of members and visitors; made when the first goods are put in';
