SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND column_name = 'option_names');
SET @ddl = IF(@missing, 'ALTER TABLE goods ADD COLUMN option_names VARCHAR(60) NOT NULL DEFAULT '''' COMMENT ''what its variants differ in, parted by a slash; empty without variants''',
  'DO 0');
PREPARE add_column FROM @ddl;
EXECUTE add_column;
DEALLOCATE PREPARE add_column;
