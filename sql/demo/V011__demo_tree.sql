-- Categories within categories.
INSERT IGNORE INTO category (code, parent_id, name, brief, position)
  SELECT 'tea-leaf', id, '茶叶与咖啡豆', '喝的', 10 FROM category WHERE code = 'tea';
INSERT IGNORE INTO category (code, parent_id, name, brief, position)
  SELECT 'tea-ware', id, '茶具与咖啡器具', '泡的', 20 FROM category WHERE code = 'tea';
UPDATE goods g JOIN category c ON c.id = g.category_id AND c.code = 'tea' JOIN category n ON n.code = 'tea-leaf'
  SET g.category_id = n.id WHERE g.sn IN ('TEA-0101', 'TEA-0102', 'TEA-0104');
UPDATE goods g JOIN category c ON c.id = g.category_id AND c.code = 'tea' JOIN category n ON n.code = 'tea-ware'
  SET g.category_id = n.id WHERE g.sn IN ('TEA-0103', 'TEA-0105');
