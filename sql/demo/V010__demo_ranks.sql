INSERT IGNORE INTO member_rank (name, discount, points_from, shown) VALUES
  ('注册会员', 100, 0, FALSE),
  ('银卡会员', 98, 2000, TRUE),
  ('金卡会员', 95, 10000, TRUE);
