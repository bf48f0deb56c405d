CREATE TABLE IF NOT EXISTS member_address (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT NOT NULL,
  consignee VARCHAR(40) NOT NULL COMMENT 'who gets the parcel',
  phone_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  region INT NOT NULL COMMENT 'the district, or the city where it has none',
  street_sealed VARCHAR(1200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'street, building, room',
  preferred BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'chosen at first in the checkout; at most one of a member',
  created_at DATETIME(6) NOT NULL,
  KEY member_address_of (member_id, id),
  CONSTRAINT member_address_owner FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
  CONSTRAINT member_address_region FOREIGN KEY (region) REFERENCES region (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
  COMMENT='Where members want their parcels';
