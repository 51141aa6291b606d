-- name: set_backorders_enabled
INSERT INTO marketplaces (marketplace, backorders_enabled) VALUES ($1, $2::boolean)
ON CONFLICT (marketplace) DO UPDATE SET backorders_enabled = EXCLUDED.backorders_enabled
