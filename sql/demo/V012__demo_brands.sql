INSERT IGNORE INTO brand (name, brief, position) VALUES
  ('山前茶舍', '只做当季的茶', 10),
  ('灶边', '厨房里用得上的东西', 20),
  ('棉言', '贴身的布', 30),
  ('行间', '写字的人用的文具', 40),
  ('简线', '桌面与随身的电子配件', 50),
  ('远行客', '出门的装备', 60);
UPDATE goods g JOIN brand b ON b.name = CASE SUBSTRING(g.sn, 1, 3) WHEN 'TEA' THEN '山前茶舍' WHEN 'KIT' THEN '灶边'
    WHEN 'HOM' THEN '棉言' WHEN 'DSK' THEN '行间' WHEN 'DIG' THEN '简线' WHEN 'TRV' THEN '远行客' END
  SET g.brand_id = b.id WHERE g.brand_id IS NULL AND g.sn REGEXP '^(TEA|KIT|HOM|DSK|DIG|TRV)-0[1-6]0[1-4]$';
UPDATE goods g JOIN brand b ON b.name = '灶边' SET g.brand_id = b.id
  WHERE g.brand_id IS NULL AND g.sn IN ('TEA-0105', 'TRV-0605', 'KIT-0205');
