-- A running shop shows the variants, brands and pictures within two seconds.
INSERT INTO change_version (topic, version) VALUES ('catalog', 1) ON DUPLICATE KEY UPDATE version = version + 1;
