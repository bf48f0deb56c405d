-- Galleries: the picture that goods have comes first. Goods with a gallery keep theirs.
INSERT INTO goods_picture (goods_id, path, small_path, alt, position)
  SELECT g.id, v.path, v.path, v.alt, v.position FROM goods g JOIN (
    SELECT 'TRV-0601' sn, 'demo/backpack.svg' path, '橙色双肩包' alt, 10 position
    UNION ALL SELECT 'TRV-0601', 'demo/backpack-2.svg', '双肩包的第二种颜色', 20
    UNION ALL SELECT 'TRV-0601', 'demo/backpack-3.svg', '双肩包的第三种颜色', 30
    UNION ALL SELECT 'TRV-0602', 'demo/thermos.svg', '朱红色保温杯', 10
    UNION ALL SELECT 'TRV-0602', 'demo/thermos-2.svg', '松绿色保温杯', 20
    UNION ALL SELECT 'TRV-0602', 'demo/thermos-3.svg', '海蓝色保温杯', 30
    UNION ALL SELECT 'HOM-0302', 'demo/towels.svg', '暖白色毛巾三条', 10
    UNION ALL SELECT 'HOM-0302', 'demo/towels-2.svg', '另一种颜色的毛巾三条', 20
  ) v ON v.sn = g.sn WHERE NOT EXISTS (SELECT 1 FROM goods_picture p WHERE p.goods_id = g.id);
