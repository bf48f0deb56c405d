CREATE TABLE IF NOT EXISTS admin_confirmation (
  session_id BIGINT NOT NULL PRIMARY KEY,
  confirmed_at DATETIME(6) NOT NULL,
  CONSTRAINT admin_confirmation_of FOREIGN KEY (session_id) REFERENCES admin_session (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='When the admin of a session proved last to be there: sensitive operations ask for it anew after some minutes';
