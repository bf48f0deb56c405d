CREATE TABLE IF NOT EXISTS redis_state (
  id TINYINT NOT NULL PRIMARY KEY COMMENT 'always 1',
  marked_at DATETIME(6) NULL COMMENT 'when Redis was first given something; one that has nothing then lost it',
  data_lost_at DATETIME(6) NULL COMMENT 'when Redis was last found without what it had been given',
  database_until DATETIME(6) NULL COMMENT 'until then limits are counted here in its place'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='What all nodes know of a Redis that keeps the limits: whether it was lost';
