SET @missing = (SELECT COUNT(*) = 0 FROM information_schema.table_constraints
  WHERE table_schema = DATABASE() AND table_name = 'goods' AND constraint_name = 'goods_brand');
SET @ddl = IF(@missing, 'ALTER TABLE goods ADD CONSTRAINT goods_brand FOREIGN KEY (brand_id) REFERENCES brand (id)', 'DO 0');
PREPARE add_constraint FROM @ddl;
EXECUTE add_constraint;
DEALLOCATE PREPARE add_constraint;
