SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'send_reservation' AND column_name = 'session_subject');
SET @ddl = IF(@missing, 'ALTER TABLE send_reservation ADD COLUMN session_subject BINARY(32) NULL',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
