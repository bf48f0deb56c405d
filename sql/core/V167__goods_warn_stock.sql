SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND column_name = 'warn_stock');
SET @ddl = IF(@missing, 'ALTER TABLE goods ADD COLUMN warn_stock INT NOT NULL DEFAULT 5 COMMENT ''pieces of a variant at which the owner is warned''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
