SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND column_name = 'type_id');
SET @ddl = IF(@missing, 'ALTER TABLE goods ADD COLUMN type_id BIGINT NULL COMMENT ''whose attributes it has; null for none''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
