-- The demo goods get a variant each, as goods of the owner do when they are added.
INSERT INTO sku (goods_id, code, price, stock, weight)
  SELECT g.id, g.sn, g.price, g.stock, 500 FROM goods g
  WHERE NOT EXISTS (SELECT 1 FROM sku s WHERE s.goods_id = g.id);
