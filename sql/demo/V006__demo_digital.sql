-- 数码配件
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DIG-0501', '65 瓦氮化镓充电器 三口', '两个 C 口一个 A 口，一只顶三只', '充电头 快充 插头 GaN',
  'demo/charger.svg', 149.00, 199.00, 260, 2415, 11, TRUE, '2026-06-28 02:00:00',
  '氮化镓芯片让体积缩小近一半，65 瓦单口输出可以给轻薄笔记本供电；三口同时使用时自动分配功率。

支持 PD 3.0、PPS 与 QC 3.0，手机、平板、掌机都能跑满快充。

插脚可折叠，重 118 克。通过 3C 认证，过温、过压、过流、短路四重保护。'
FROM category WHERE code = 'digital';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DIG-0502', '编织快充数据线 1.5 米', '百瓦快充，弯折两万次', '充电线 USB-C Type-C',
  'demo/cable.svg', 39.00, 49.00, 680, 4920, 100, FALSE, '2026-04-26 02:00:00',
  '双头 USB-C，内置电子标记芯片，充电功率可达 100 瓦，传输速率 480 Mbps。

尼龙编织外被，接头处加长护套，经过两万次弯折测试。附魔术贴扎带，收纳不打结。

长 1.5 米，床头、办公桌、车里都够用。'
FROM category WHERE code = 'digital';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DIG-0503', '头戴式降噪耳机', '主动降噪，续航五十小时', '蓝牙 无线 耳麦 音乐',
  'demo/headphones.svg', 599.00, 799.00, 34, 533, 6, TRUE, '2026-09-26 02:00:00',
  '四麦克风混合降噪，低频噪声最多可以降低 42 分贝，地铁和机舱里也能安静听完一张专辑。

40 毫米复合振膜，支持 LDAC。蛋白皮耳罩内填慢回弹海绵，戴眼镜久坐不夹头。

开启降噪续航 50 小时，充电 10 分钟可听 5 小时。支持双设备连接与有线模式。'
FROM category WHERE code = 'digital';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DIG-0504', '磁吸移动电源 10000 毫安时', '贴上就充，边走边用', '充电宝 无线充 磁吸',
  'demo/powerbank.svg', 169.00, 219.00, 118, 1346, 100, FALSE, '2026-07-25 02:00:00',
  '十六颗强磁环绕，贴上手机自动对位，无线输出 15 瓦；也可以插线使用，最高 22.5 瓦。

额定容量 6000 毫安时，能给多数手机充满一次有余。四颗指示灯显示剩余电量。

37 瓦时，可以随身携带乘坐飞机。通过 3C 认证。'
FROM category WHERE code = 'digital';
INSERT IGNORE INTO goods (category_id, sn, name, brief, keywords, picture, price, market_price, stock, sales,
  position, featured, listed_at, description)
SELECT id, 'DIG-0505', '68 键热插拔机械键盘', '紧凑配列，轴体随心换', '电脑 外设 游戏 蓝牙',
  'demo/keyboard.svg', 329.00, 399.00, 47, 695, 100, FALSE, '2026-10-18 02:00:00',
  '保留方向键的 68 键布局，桌面省出一只鼠标的位置。热插拔轴座兼容三脚与五脚轴体，换轴不用焊。

PBT 键帽热升华刻字，不打油。内填两层消音棉，声音沉而短。

有线、蓝牙、2.4G 三种连接方式，可以同时记住四台设备。'
FROM category WHERE code = 'digital';
