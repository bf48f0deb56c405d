SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = 'member' AND index_name = 'member_state');
SET @ddl = IF(@missing, 'CREATE INDEX member_state ON member (state, id)', 'DO 0');
PREPARE add_index FROM @ddl;
EXECUTE add_index;
DEALLOCATE PREPARE add_index;
