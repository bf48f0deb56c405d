CREATE TABLE IF NOT EXISTS member_login (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT NOT NULL,
  at DATETIME(6) NOT NULL,
  way VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'PASSWORD, CODE, RESET or REGISTER',
  address VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'IP address',
  agent VARCHAR(200) NOT NULL COMMENT 'what the browser calls itself',
  KEY member_login_of (member_id, id),
  KEY member_login_old (at),
  CONSTRAINT member_login_fk FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='When and from where members logged in; kept for half a year'
