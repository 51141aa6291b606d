-- name: set_cursor
INSERT INTO consumers (marketplace, scope, consumer, cursor) VALUES ($1, $2, $3, $4)
ON CONFLICT (marketplace, scope, consumer) DO UPDATE SET cursor = EXCLUDED.cursor
