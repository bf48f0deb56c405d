CREATE TABLE IF NOT EXISTS sms_channel_callback (
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  renewals INT NOT NULL DEFAULT 0 COMMENT 'how often the address was replaced: the unguessable part follows from it and the key',
  addresses VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'from which the gateway may call, separated by blanks; empty for any',
  fetched_at DATETIME(6) NULL COMMENT 'when a node last began to fetch reports: of many nodes one does'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='How gateways call back; a channel without a row was never changed';
