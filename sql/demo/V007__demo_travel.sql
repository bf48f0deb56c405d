-- 户外出行
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TRV-0601', '轻量通勤双肩包 20 升', '六百克，装得下一天', '书包 电脑包 旅行包 背包',
  'demo/backpack.svg', 269.00, 339.00, 91, 1072, 3, TRUE, '2026-05-22 02:00:00',
  '空包只有 620 克。面料为 420D 防撕裂尼龙，表面防泼水，小雨里走十分钟内里不湿。

独立电脑隔层，放得下 15 寸笔记本；侧袋可以放一升水壶，背面暗袋放证件。

背板三段透气海绵，肩带弧度贴合，附可拆胸扣。'
FROM category WHERE code = 'travel';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TRV-0602', '316 不锈钢保温杯 500 毫升', '早上灌的水，晚上还烫嘴', '水杯 杯子 保温壶 茶杯',
  'demo/thermos.svg', 119.00, 149.00, 230, 2577, 100, FALSE, '2026-09-12 02:00:00',
  '内胆为 316 不锈钢，泡茶、装咖啡都不串味。镀铜真空层，95 度的水六小时后仍有 72 度以上。

杯盖可以当小杯用，内藏茶滤。提环结实，挂在包外也放心。

容量 500 毫升，净重 285 克，底部附硅胶垫。'
FROM category WHERE code = 'travel';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TRV-0603', '双人露营帐篷 防暴雨', '三分钟搭好，双层透气', '野营 户外 天幕 露营',
  'demo/tent.svg', 499.00, 649.00, 22, 198, 100, FALSE, '2026-03-15 02:00:00',
  '外帐 210T 涤纶涂银，防水指数 3000 毫米；内帐为高密度纱网，通风不进虫。

铝合金杆一体式结构，撑开、扣上，一个人三分钟就能搭好。收纳后长 46 厘米，重 2.6 千克。

内帐 210 × 140 × 115 厘米，睡两个成年人，门厅还能放下背包。'
FROM category WHERE code = 'travel';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TRV-0604', '自动三折晴雨伞', '黑胶防晒，单手开合', '雨伞 遮阳伞 太阳伞 防晒',
  'demo/umbrella.svg', 79.00, 99.00, 300, 1834, 100, FALSE, '2026-06-13 02:00:00',
  '一键开、一键收，上下车不手忙脚乱。十根玻璃纤维伞骨，大风吹翻也能弹回来。

伞布内侧涂黑胶，紫外线防护系数 UPF50+。拒水处理，甩两下就干。

收起长 29 厘米，重 370 克，伞下直径 103 厘米。'
FROM category WHERE code = 'travel';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TRV-0605', '铝框登机箱 20 寸', '静音万向轮，硬朗耐摔', '行李箱 拉杆箱 旅行箱',
  'demo/suitcase.svg', 559.00, 699.00, 17, 147, 12, TRUE, '2026-11-08 02:00:00',
  'PC 箱体加铝镁合金框，四角包护。比拉链箱更硬挺，托运也不怕压。

日本进口轴承静音轮，石板路上推着走不吵人。拉杆三档可调，最高 102 厘米。

20 寸，34 升，3.9 千克，符合多数航空公司的登机尺寸。TSA 海关密码锁。'
FROM category WHERE code = 'travel';
