SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'send_reservation' AND column_name = 'cost');
SET @ddl = IF(@missing, 'ALTER TABLE send_reservation ADD COLUMN cost INT NOT NULL DEFAULT 0 COMMENT ''ten-thousandths of a yuan''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
