-- 茶与咖啡
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TEA-0101', '明前龙井绿茶 100 克罐装', '清明前头采，豆香清甜，铁罐密封', '西湖 春茶 茶叶 送礼',
  'demo/longjing.svg', 168.00, 198.00, 86, 1243, 8, TRUE, '2026-03-28 02:00:00',
  '清明前采摘的一芽一叶，当天摊青、当天炒制。外形扁平光滑，汤色嫩绿明亮，入口是熟板栗一样的豆香，回甘慢而清楚。

推荐用玻璃杯：茶叶 3 克，水温 85 度，先注三分之一的水浸润半分钟，再高冲至七分满。可以续水三次。

马口铁罐内衬食品级铝箔袋，净含量 100 克。请密封后放入冰箱冷藏，开封后两个月内喝完风味更好。'
FROM category WHERE code = 'tea';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TEA-0102', '武夷肉桂岩茶 8 泡礼盒', '桂皮辛香，岩骨分明，一泡一袋', '乌龙茶 茶叶 大红袍 送礼',
  'demo/rougui.svg', 128.00, 158.00, 52, 687, 100, FALSE, '2026-05-16 02:00:00',
  '来自武夷山景区内的山场，中足火焙，静置三个月退火后才装盒。干茶条索紧结，冲开有明显的桂皮香，几泡之后转为花果甜。

每盒 8 袋，每袋 8.3 克，正好是一只盖碗的投茶量。沸水快出汤，前三泡 5 秒左右，以后每泡延长几秒，可泡七到八次。

礼盒为裱纸硬盒，附手提袋。'
FROM category WHERE code = 'tea';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TEA-0103', '白瓷盖碗三件套 130 毫升', '薄胎手绘，翻边不烫手', '茶具 茶杯 茶碗 景德镇',
  'demo/gaiwan.svg', 89.00, 119.00, 140, 932, 1, TRUE, '2026-06-20 02:00:00',
  '景德镇高白泥，1320 度还原焰烧成，胎薄而透光。碗口做了外翻处理，拿起来指尖不贴热水，新手也能稳稳出汤。

盖、碗、托三件，容量 130 毫升，一人独饮或两三人分享都合适。碗身的青花水纹由画工手绘，每只略有不同。

可放入洗碗机和消毒柜，请勿骤冷骤热。'
FROM category WHERE code = 'tea';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TEA-0104', '云南日晒咖啡豆 250 克', '莓果与红糖，中浅烘，下单后烘焙', '手冲 咖啡 保山 普洱',
  'demo/coffee.svg', 69.00, 79.00, 210, 1530, 100, FALSE, '2026-09-05 02:00:00',
  '产自云南保山海拔 1500 米的小农庄园，全红果采摘，晒架上慢慢干燥二十多天。风味偏向莓果、红糖和一点点黑巧克力。

收到订单后两日内烘焙，包装上印有烘焙日期。建议养豆七天后饮用，手冲水温 91 度，粉水比 1:15。

单向排气阀自封袋，净含量 250 克，可以选择代磨。'
FROM category WHERE code = 'tea';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'TEA-0105', '细口手冲咖啡壶 600 毫升', '鹅颈细嘴，水流粗细随手', '咖啡壶 手冲壶 不锈钢',
  'demo/kettle.svg', 159.00, 199.00, 6, 318, 100, FALSE, '2026-10-11 02:00:00',
  '壶嘴口径 6 毫米，倾角经过反复调整，从点滴到 8 毫米的水柱都能控制。壶身使用 304 不锈钢，外层哑光漆耐磨不掉。

木钮隔热，盖上留有温度计孔。空壶重 410 克，注满水也不压手。

适用电陶炉和燃气灶，不适用电磁炉。'
FROM category WHERE code = 'tea';
