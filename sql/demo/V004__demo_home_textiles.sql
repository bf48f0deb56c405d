-- 居家布艺
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'HOM-0301', '新疆长绒棉床品四件套', '60 支贡缎，一米八床适用', '床单 被套 枕套 纯棉 四件套',
  'demo/bedding.svg', 459.00, 599.00, 73, 891, 7, TRUE, '2026-04-05 02:00:00',
  '阿瓦提长绒棉，60 支双股贡缎织法，面料有自然的光泽，贴身顺滑，冬天不冰、夏天不闷。

活性印染，色牢度四级以上，第一次下水轻微浮色属正常现象。被套内设八处系带，被芯不跑位。

适用 1.8 米床：被套 220 × 240 厘米一件，床单 245 × 250 厘米一件，枕套 48 × 74 厘米两件。'
FROM category WHERE code = 'home';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'HOM-0302', '纯棉纱布毛巾三条装', '一面纱布一面毛圈，吸水快干', '洗脸巾 浴巾 棉',
  'demo/towels.svg', 49.90, 69.00, 410, 3267, 100, FALSE, '2026-06-06 02:00:00',
  '正面是三层纱布，擦脸柔和；背面是低捻毛圈，吸水利落。晾在通风处，一个晚上就能干透。

三条三色，全家分开用不会拿错。未使用增白剂和柔软剂，第一次清洗后手感更软。

单条 34 × 76 厘米，约 95 克。'
FROM category WHERE code = 'home';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'HOM-0303', '羊毛混纺格纹盖毯', '沙发上的第二层温度', '毛毯 披肩 午睡毯 空调毯',
  'demo/blanket.svg', 239.00, 299.00, 29, 362, 100, FALSE, '2026-10-25 02:00:00',
  '七成澳洲羊毛混三成腈纶，保暖而不扎皮肤，也更耐机洗。苏格兰格用染色纱织成，正反都能看。

130 × 170 厘米，盖住一个人还有余。四周流苏手工打结，不易散。

建议装网袋，冷水轻柔机洗，平铺阴干。'
FROM category WHERE code = 'home';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'HOM-0304', '亚麻绣花靠垫 45 厘米', '粗亚麻上一片水纹', '抱枕 靠枕 沙发 腰枕',
  'demo/cushion.svg', 69.00, 89.00, 155, 578, 100, FALSE, '2026-08-22 02:00:00',
  '法国亚麻与棉混纺的面料，手感挺括，夏天靠着不粘。正面的水波纹以粗线机绣，触感微微凸起。

含芯发货，芯料为高回弹羽丝绒，长坐不塌。外套暗拉链，可拆洗。

45 × 45 厘米。'
FROM category WHERE code = 'home';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'HOM-0305', '无火香薰 桂花乌龙 120 毫升', '秋天的桂花，落在茶汤里', '香薰 香氛 藤条 除味',
  'demo/diffuser.svg', 88.00, 108.00, 96, 749, 2, TRUE, '2026-11-01 02:00:00',
  '前调是金桂的甜，中段转向焙火乌龙的木质感，尾调留一点白麝香。放在玄关或者书房，淡而不散。

120 毫升，配五根天然藤条，15 平方米的房间可用约两个月。想要更浓，把藤条翻一面即可。

香精符合国际日用香料协会标准。请放在儿童与宠物够不到的地方。'
FROM category WHERE code = 'home';
