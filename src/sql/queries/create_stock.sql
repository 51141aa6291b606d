-- name: create_stock
INSERT INTO stock (marketplace, variant, warehouse)
SELECT $1, a.variant, a.warehouse FROM unnest($2::text[], $3::text[]) AS a (variant, warehouse)
ORDER BY a.variant, a.warehouse
ON CONFLICT (marketplace, variant, warehouse) DO NOTHING
