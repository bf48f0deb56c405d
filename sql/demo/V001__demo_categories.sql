-- Demo goods: a shop that one would believe. Can be run again; what exists already is left as it is.
INSERT IGNORE INTO category (code, name, brief, picture, position) VALUES
  ('tea', '茶与咖啡', '一天，从一杯热的开始', 'demo/longjing.svg', 10),
  ('kitchen', '厨房餐具', '好好做饭，好好吃饭', 'demo/claypot.svg', 20),
  ('home', '居家布艺', '柔软、耐洗、不褪色', 'demo/towels.svg', 30),
  ('desk', '文具书写', '给还在用笔写字的人', 'demo/pen.svg', 40),
  ('digital', '数码配件', '线不乱，电不断', 'demo/headphones.svg', 50),
  ('travel', '户外出行', '轻装上路，说走就走', 'demo/backpack.svg', 60);
