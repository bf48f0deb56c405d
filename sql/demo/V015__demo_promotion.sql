-- A promotion that begins with the demo shop; lists show it within half a minute.
UPDATE sku SET promotion_price = CASE code WHEN 'DIG-0503' THEN 549.00 WHEN 'TRV-0602' THEN 99.00 ELSE 39.90 END,
  promotion_from = UTC_TIMESTAMP(6), promotion_until = DATE_ADD(UTC_TIMESTAMP(6), INTERVAL 30 DAY)
  WHERE code IN ('DIG-0503', 'TRV-0602', 'HOM-0302') AND promotion_until IS NULL;
INSERT IGNORE INTO sku_rank_price (sku_id, rank_id, price)
  SELECT s.id, r.id, 139.00 FROM sku s JOIN member_rank r ON r.name = '金卡会员' WHERE s.code = 'TEA-0101';
