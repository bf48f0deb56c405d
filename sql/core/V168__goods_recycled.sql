SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND column_name = 'recycled_at');
SET @ddl = IF(@missing, 'ALTER TABLE goods ADD COLUMN recycled_at DATETIME(6) NULL COMMENT ''when it was thrown away; null while it is not''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
