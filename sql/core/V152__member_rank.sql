CREATE TABLE IF NOT EXISTS member_rank (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(30) NOT NULL,
  discount INT NOT NULL DEFAULT 100 COMMENT 'percent of the price that members of the rank pay, 1 to 100',
  points_from INT NOT NULL DEFAULT 0 COMMENT 'points with which the rank is reached',
  shown BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'whether everybody sees its prices on the page of goods',
  UNIQUE KEY member_rank_name (name),
  KEY member_rank_points (points_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Ranks of members and what they save';
