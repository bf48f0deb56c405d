SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'member' AND column_name = 'phone_released_at');
SET @ddl = IF(@missing, 'ALTER TABLE member ADD COLUMN phone_released_at DATETIME(6) NULL COMMENT ''when whoever has the number now took it from this account; null if nobody did, or another phone was bound since''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
