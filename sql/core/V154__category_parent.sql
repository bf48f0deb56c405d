SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'category' AND column_name = 'parent_id');
SET @ddl = IF(@missing, 'ALTER TABLE category ADD COLUMN parent_id BIGINT NULL COMMENT ''category above this one; null on the first level''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
