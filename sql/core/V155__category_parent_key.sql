SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.table_constraints
  WHERE table_schema = DATABASE() AND table_name = 'category' AND constraint_name = 'category_parent');
SET @ddl = IF(@missing, 'ALTER TABLE category ADD CONSTRAINT category_parent FOREIGN KEY (parent_id) REFERENCES category (id)', 'DO 0');
PREPARE add_constraint FROM @ddl;
EXECUTE add_constraint;
DEALLOCATE PREPARE add_constraint;
