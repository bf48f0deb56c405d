CREATE TABLE IF NOT EXISTS email_budget (
  subject BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed digest of an address that gets mail, an IP address, a member, or the whole shop',
  sends INT NOT NULL COMMENT 'codes by mail in this window',
  last_at DATETIME(6) NOT NULL,
  ends_at DATETIME(6) NOT NULL COMMENT 'end of the window, which began with its first mail',
  KEY email_budget_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='How many codes went out by e-mail';
