-- name: set_thresholds
-- $2..$7 stock records, their own modes and thresholds and their products'; $8..$11 products, warehouses, modes, thresholds.
WITH of_products AS (
    INSERT INTO product_thresholds (marketplace, product, warehouse, mode, threshold)
    SELECT $1, a.product, a.warehouse, a.mode, a.threshold
    FROM unnest($8::text[], $9::text[], $10::text[], $11::bigint[]) AS a (product, warehouse, mode, threshold)
    ORDER BY a.product, a.warehouse
    ON CONFLICT (marketplace, product, warehouse) DO UPDATE SET mode = EXCLUDED.mode, threshold = EXCLUDED.threshold
)
INSERT INTO stock (marketplace, variant, warehouse, own_mode, threshold, product_mode, product_threshold)
SELECT $1, a.variant, a.warehouse, a.mode, a.threshold, a.product_mode, a.product_threshold
FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[])
    AS a (variant, warehouse, mode, threshold, product_mode, product_threshold)
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE
    SET own_mode = EXCLUDED.own_mode, threshold = EXCLUDED.threshold,
        product_mode = EXCLUDED.product_mode, product_threshold = EXCLUDED.product_threshold
