-- 厨房餐具
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'KIT-0201', '手工锻打铁锅 32 厘米', '千锤成形，不带涂层，越用越润', '炒锅 章丘 无涂层 不粘',
  'demo/wok.svg', 299.00, 369.00, 45, 806, 5, TRUE, '2026-04-18 02:00:00',
  '一整块低碳钢板，经过上千次锻打压实，锅底厚 2.2 毫米，锅边薄到 1.4 毫米：火力集中，颠勺不累。

没有化学涂层，第一次使用前按附赠的说明开锅，用油脂养出自己的不粘层。煎蛋、炒青菜、爆腰花都能应付。

直径 32 厘米，重约 1.5 千克，榉木手柄。明火与电磁炉通用。'
FROM category WHERE code = 'kitchen';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'KIT-0202', '青釉家用碗碟 12 件套', '龙泉青釉，四口之家一套够用', '餐具 碗 盘子 陶瓷 龙泉',
  'demo/bowls.svg', 218.00, 268.00, 64, 455, 100, FALSE, '2026-07-02 02:00:00',
  '粉青釉色来自釉料里天然的铁，在还原气氛中烧成，温润不刺眼，盛什么菜都好看。

一套 12 件：饭碗 4 只、汤碗 2 只、深盘 4 只、鱼盘 1 只、味碟 1 只。碗底修足光滑，不刮桌面。

无铅无镉，可进微波炉、洗碗机与消毒柜。'
FROM category WHERE code = 'kitchen';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'KIT-0203', '整竹砧板 加厚款', '三年冷水竹，一体压制，不掉屑', '菜板 案板 切菜板 竹子',
  'demo/board.svg', 79.00, 99.00, 180, 1688, 100, FALSE, '2026-08-08 02:00:00',
  '选用生长三年以上的毛竹，高温碳化后整片压制，硬度适中，不伤刀刃。两面都可以用，一面切生食，一面切熟食。

厚 2.2 厘米，四边倒圆，顶端的圆孔方便悬挂沥水。

首次使用前用盐水擦拭一遍，用后竖放晾干，每月擦一次食用油可以延长寿命。'
FROM category WHERE code = 'kitchen';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'KIT-0204', '紫砂陶炖锅 2 升', '慢火煨汤，锁得住原味', '砂锅 煲汤 炖汤 汤锅',
  'demo/claypot.svg', 189.00, 229.00, 38, 274, 10, TRUE, '2026-10-02 02:00:00',
  '陶土取自宜兴黄龙山周边，双气孔结构，受热均匀，关火后还能保温近一个小时。老母鸡、排骨、银耳，交给时间就好。

锅口内沿做了加高处理，汤沸不溢。盖上的小孔让蒸汽缓缓散出。

容量 2 升，适合三到四人。燃气灶和电陶炉可用，首次使用请先煮一锅米汤养锅。'
FROM category WHERE code = 'kitchen';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'KIT-0205', '胡桃木筷子 10 双装', '无漆无蜡，尾部包漆分色', '餐具 实木 木筷 家用',
  'demo/chopsticks.svg', 58.00, 68.00, 320, 2104, 100, FALSE, '2026-05-30 02:00:00',
  '北美黑胡桃木整料切削，筷头八方防滑，夹豆腐、夹花生都不费劲。

筷身不上漆，只用食用级木蜡油擦拭；筷尾的朱红色为天然大漆，防止磕碰开裂。

长 25 厘米，10 双装。请手洗后晾干，不建议使用洗碗机。'
FROM category WHERE code = 'kitchen';
