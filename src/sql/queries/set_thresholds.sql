-- name: set_thresholds
-- $2..$5 variants, warehouses, modes and thresholds of stock records; $6..$9 products, warehouses, modes, thresholds.
WITH of_products AS (
    INSERT INTO product_thresholds (marketplace, product, warehouse, mode, threshold)
    SELECT $1, a.product, a.warehouse, a.mode, a.threshold
    FROM unnest($6::text[], $7::text[], $8::text[], $9::bigint[]) AS a (product, warehouse, mode, threshold)
    ORDER BY a.product, a.warehouse
    ON CONFLICT (marketplace, product, warehouse) DO UPDATE SET mode = EXCLUDED.mode, threshold = EXCLUDED.threshold
)
INSERT INTO stock (marketplace, variant, warehouse, mode, threshold)
SELECT $1, a.variant, a.warehouse, a.mode, a.threshold
FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[]) AS a (variant, warehouse, mode, threshold)
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE SET mode = EXCLUDED.mode, threshold = EXCLUDED.threshold
