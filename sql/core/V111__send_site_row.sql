-- The row that send_budget kept for the site (kind 4) until now; it stays there unused.
INSERT IGNORE INTO send_site (id, hour_sends, hour_known)
  SELECT 1, sends, known_sends FROM send_budget WHERE kind = 4;
