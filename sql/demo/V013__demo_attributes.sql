INSERT IGNORE INTO goods_type (name) VALUES ('布艺'), ('数码配件'), ('杯壶箱包');
INSERT IGNORE INTO attribute (type_id, name, choices, filtered, position)
  SELECT id, '材质', '棉\n羊毛混纺\n亚麻', TRUE, 10 FROM goods_type WHERE name = '布艺';
INSERT IGNORE INTO attribute (type_id, name, choices, filtered, position)
  SELECT id, '洗涤', '', FALSE, 20 FROM goods_type WHERE name = '布艺';
INSERT IGNORE INTO attribute (type_id, name, choices, filtered, position)
  SELECT id, '连接方式', 'USB-C\n蓝牙\n磁吸', TRUE, 10 FROM goods_type WHERE name = '数码配件';
INSERT IGNORE INTO attribute (type_id, name, choices, filtered, position)
  SELECT id, '保修', '', FALSE, 20 FROM goods_type WHERE name = '数码配件';
INSERT IGNORE INTO attribute (type_id, name, choices, filtered, position)
  SELECT id, '材质', '316 不锈钢\n铝合金\n尼龙\n涤纶', TRUE, 10 FROM goods_type WHERE name = '杯壶箱包';
UPDATE goods g JOIN goods_type t ON t.name = '布艺' SET g.type_id = t.id
  WHERE g.type_id IS NULL AND g.sn IN ('HOM-0301', 'HOM-0302', 'HOM-0303', 'HOM-0304');
UPDATE goods g JOIN goods_type t ON t.name = '数码配件' SET g.type_id = t.id
  WHERE g.type_id IS NULL AND g.sn LIKE 'DIG-050_';
UPDATE goods g JOIN goods_type t ON t.name = '杯壶箱包' SET g.type_id = t.id
  WHERE g.type_id IS NULL AND g.sn IN ('TRV-0601', 'TRV-0602', 'TRV-0603', 'TRV-0604', 'TRV-0605');
INSERT IGNORE INTO goods_attribute (goods_id, attribute_id, value)
  SELECT g.id, a.id, CASE g.sn WHEN 'HOM-0303' THEN '羊毛混纺' WHEN 'HOM-0304' THEN '亚麻' ELSE '棉' END
  FROM goods g JOIN attribute a ON a.type_id = g.type_id AND a.name = '材质' WHERE g.sn LIKE 'HOM-030_';
INSERT IGNORE INTO goods_attribute (goods_id, attribute_id, value)
  SELECT g.id, a.id, CASE g.sn WHEN 'HOM-0303' THEN '干洗' ELSE '40 度以下机洗' END
  FROM goods g JOIN attribute a ON a.type_id = g.type_id AND a.name = '洗涤' WHERE g.sn LIKE 'HOM-030_';
INSERT IGNORE INTO goods_attribute (goods_id, attribute_id, value)
  SELECT g.id, a.id, CASE g.sn WHEN 'DIG-0503' THEN '蓝牙' WHEN 'DIG-0504' THEN '磁吸' ELSE 'USB-C' END
  FROM goods g JOIN attribute a ON a.type_id = g.type_id AND a.name = '连接方式' WHERE g.sn LIKE 'DIG-050_';
INSERT IGNORE INTO goods_attribute (goods_id, attribute_id, value)
  SELECT g.id, a.id, '一年' FROM goods g JOIN attribute a ON a.type_id = g.type_id AND a.name = '保修'
  WHERE g.sn LIKE 'DIG-050_';
INSERT IGNORE INTO goods_attribute (goods_id, attribute_id, value)
  SELECT g.id, a.id, CASE g.sn WHEN 'TRV-0602' THEN '316 不锈钢' WHEN 'TRV-0605' THEN '铝合金' WHEN 'TRV-0601' THEN '尼龙'
    ELSE '涤纶' END
  FROM goods g JOIN attribute a ON a.type_id = g.type_id AND a.name = '材质' WHERE g.sn LIKE 'TRV-060_';
