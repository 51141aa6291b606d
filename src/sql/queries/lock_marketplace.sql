-- name: lock_marketplace
-- Its settings, as they are until this transaction ends.
INSERT INTO marketplaces (marketplace, backorders_enabled) VALUES ($1, false)
ON CONFLICT (marketplace) DO UPDATE SET backorders_enabled = marketplaces.backorders_enabled
RETURNING backorders_enabled
