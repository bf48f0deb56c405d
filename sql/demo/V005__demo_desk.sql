-- 文具书写
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DSK-0401', '活塞上墨钢笔 EF 尖', '铱金细尖，一次吸墨写满一本', '文具 墨水笔 练字 送礼',
  'demo/pen.svg', 199.00, 259.00, 58, 413, 4, TRUE, '2026-09-18 02:00:00',
  '活塞旋转上墨，储墨 1.6 毫升，比普通墨囊多出近一倍。EF 尖线宽约 0.38 毫米，写小字、做批注清楚利落。

笔身为墨绿色树脂，车削后手工抛光，重心靠前，长时间书写不累。笔夹与笔环镀金，磨砂处理，不扎眼。

全长 137 毫米，重 21 克。附清洁布一块，不含墨水。'
FROM category WHERE code = 'desk';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DSK-0402', '方格笔记本 A5 192 页', '100 克纸，钢笔不洇不透', '本子 手账 记事本 文具',
  'demo/notebook.svg', 35.00, 42.00, 500, 2890, 100, FALSE, '2026-07-19 02:00:00',
  '100 克无酸纸，钢笔、走珠笔都不洇不透。5 毫米淡灰方格，写字、画图表、排计划都顺手。

锁线装订，可以完全摊平。封面硬壳包布，附书签带、松紧带和内页口袋。

A5 尺寸，192 页，前四页为目录。'
FROM category WHERE code = 'desk';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DSK-0403', '矿物彩墨 黛青 30 毫升', '写下是青，干后泛一点紫', '墨水 钢笔墨水 文具',
  'demo/ink.svg', 45.00, NULL, 125, 640, 100, FALSE, '2026-10-30 02:00:00',
  '颜色取自远山的黛青：湿时偏青，干透后在笔画交叠处泛出暗紫色的光。

染料型墨水，流动顺畅，不堵笔。用清水即可冲洗，日常书写的钢笔都能用。

玻璃瓶装 30 毫升，瓶底斜置，最后几滴也能吸到。'
FROM category WHERE code = 'desk';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DSK-0404', '黄铜单孔削笔器', '一块铜，一片刀，削出长笔锋', '卷笔刀 铅笔刀 文具 铜',
  'demo/sharpener.svg', 68.00, 78.00, 0, 256, 100, FALSE, '2026-05-08 02:00:00',
  '实心黄铜切削成型，重 48 克，握在手里稳当。德国进口碳钢刀片，削出的笔锋长而不断芯。

不上漆，用久了会生出温润的包浆；想要恢复光亮，用布蘸少许牙膏擦拭即可。

适用直径 8 毫米的标准铅笔，附备用刀片两片。'
FROM category WHERE code = 'desk';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DSK-0405', '无频闪护眼台灯', '高显色光源，三段色温', 'LED 灯 学习灯 书桌灯',
  'demo/lamp.svg', 269.00, 329.00, 82, 1127, 9, TRUE, '2026-08-15 02:00:00',
  '显色指数 Ra97，书页和颜料的颜色不走样。全程直流驱动，调到微光也没有频闪。

灯头可转 270 度，双节臂停在哪里是哪里。三段色温、无级亮度，记忆上一次的设置。

桌面照度达到国标 AA 级，功率 12 瓦，附 45 分钟定时提醒。'
FROM category WHERE code = 'desk';
