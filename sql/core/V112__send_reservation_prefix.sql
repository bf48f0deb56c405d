SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'send_reservation' AND column_name = 'phone_prefix');
SET @ddl = IF(@missing, 'ALTER TABLE send_reservation ADD COLUMN phone_prefix BINARY(32) NULL COMMENT ''the first seven digits of the phone''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
