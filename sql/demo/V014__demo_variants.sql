-- Variants: the one that each goods has becomes the first, others come after it, and the goods say last what they differ in.
INSERT IGNORE INTO sku (goods_id, code, options, price, stock, weight, position)
  SELECT g.id, v.code, v.options, v.price, v.stock, v.weight, v.position FROM goods g JOIN (
    SELECT 'TRV-0602' sn, 'TRV-0602-GS' code, '松绿 / 500 毫升' options, 119.00 price, 80 stock, 420 weight, 20 position
    UNION ALL SELECT 'TRV-0602', 'TRV-0602-ZL', '朱红 / 750 毫升', 139.00, 46, 520, 30
    UNION ALL SELECT 'TRV-0602', 'TRV-0602-GL', '松绿 / 750 毫升', 139.00, 0, 520, 40
    UNION ALL SELECT 'TRV-0601', 'TRV-0601-G', '松石', 269.00, 33, 620, 20
    UNION ALL SELECT 'TRV-0601', 'TRV-0601-R', '草绿', 289.00, 4, 620, 30
    UNION ALL SELECT 'HOM-0302', 'HOM-0302-B', '浅蓝', 49.90, 120, 360, 20
    UNION ALL SELECT 'HOM-0301', 'HOM-0301-L', '两米床', 499.00, 31, 2600, 20
    UNION ALL SELECT 'DIG-0502', 'DIG-0502-2', '2 米', 45.00, 210, 90, 20
  ) v ON v.sn = g.sn WHERE g.option_names = '';
UPDATE sku s JOIN goods g ON g.id = s.goods_id AND g.sn = s.code AND g.option_names = '' SET s.position = 10,
  s.options = CASE g.sn WHEN 'TRV-0602' THEN '朱红 / 500 毫升' WHEN 'TRV-0601' THEN '橙色' WHEN 'HOM-0302' THEN '暖白'
    WHEN 'HOM-0301' THEN '一米八床' WHEN 'DIG-0502' THEN '1.5 米' END
  WHERE g.sn IN ('TRV-0602', 'TRV-0601', 'HOM-0302', 'HOM-0301', 'DIG-0502');
UPDATE goods g SET g.stock = (SELECT SUM(s.stock) FROM sku s WHERE s.goods_id = g.id),
  g.option_names = CASE g.sn WHEN 'TRV-0602' THEN '颜色 / 容量' WHEN 'TRV-0601' THEN '颜色' WHEN 'HOM-0302' THEN '颜色'
    WHEN 'HOM-0301' THEN '尺寸' WHEN 'DIG-0502' THEN '长度' END
  WHERE g.option_names = '' AND g.sn IN ('TRV-0602', 'TRV-0601', 'HOM-0302', 'HOM-0301', 'DIG-0502');
