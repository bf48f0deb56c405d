CREATE TABLE IF NOT EXISTS sms_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'at whose address it came, or which fetched it',
  kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'RECEIPT, REPLY or AUDIT (of a template)',
  digest BINARY(32) NOT NULL COMMENT 'keyed digest of what it says: the same again is no other event',
  gateway_id VARCHAR(128) NOT NULL COMMENT 'of the SMS, of the reply or of the template; empty if it names none',
  phone_digest BINARY(32) NULL COMMENT 'keyed digest of the phone; null if it names none or what is no mobile number',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  good TINYINT NOT NULL COMMENT '1 delivered, or approved',
  code VARCHAR(64) NOT NULL COMMENT 'of the operator or the gateway, as it came',
  text_sealed TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'words of the gateway, or what the person wrote',
  at DATETIME(6) NULL COMMENT 'when, by the gateway; null if it does not tell',
  received_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NULL COMMENT 'when it is looked at next; null once that is over',
  processed_at DATETIME(6) NULL,
  outcome VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'WAITING, APPLIED, REPEATED, CONTRADICTS, UNMATCHED, OPTED_OUT, NOTED',
  attempt_id BIGINT NULL COMMENT 'the sms_attempt it belongs to; no foreign key, since replies stay',
  UNIQUE KEY sms_event_once (digest),
  KEY sms_event_due (due_at, id),
  KEY sms_event_attempt (attempt_id),
  KEY sms_event_log (kind, received_at, id),
  KEY sms_event_phone (phone_digest, kind, received_at, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What came back from the gateways: written down before it is answered, and worked on after that';
