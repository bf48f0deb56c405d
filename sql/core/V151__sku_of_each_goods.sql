-- Goods of the time before variants become goods with one. Can be run again: only what has none gets one.
INSERT INTO sku (goods_id, code, price, stock)
  SELECT g.id, g.sn, g.price, g.stock FROM goods g
  WHERE NOT EXISTS (SELECT 1 FROM sku s WHERE s.goods_id = g.id);
