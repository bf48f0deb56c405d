CREATE TABLE IF NOT EXISTS sms_bulk_phone (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  bulk_id BIGINT NOT NULL,
  to_digest BINARY(32) NOT NULL COMMENT 'keyed digest of the phone',
  to_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'DRAFT, QUEUED, SENDING, ACCEPTED, REJECTED, UNKNOWN, OPTED_OUT or STOPPED',
  due_at DATETIME(6) NOT NULL COMMENT 'QUEUED: not before; SENDING: until when the claim of a worker lasts',
  tries INT NOT NULL DEFAULT 0 COMMENT 'messages that were surely not sent; names the next one',
  cause VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'why the newest message was rejected',
  explanation VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'key of the texts cause and remedy',
  UNIQUE KEY sms_bulk_phone_once (bulk_id, to_digest),
  KEY sms_bulk_phone_due (state, due_at, id),
  KEY sms_bulk_phone_state (bulk_id, state, cause, explanation),
  CONSTRAINT sms_bulk_phone_fk FOREIGN KEY (bulk_id) REFERENCES sms_bulk (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='The phones of one text to many; claimed like the outbox of notices'
