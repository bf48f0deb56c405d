SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND index_name = 'goods_recycled');
SET @ddl = IF(@missing, 'CREATE INDEX goods_recycled ON goods (recycled_at, id)', 'DO 0');
PREPARE add_index FROM @ddl;
EXECUTE add_index;
DEALLOCATE PREPARE add_index;
