-- name: create_stock
-- With the thresholds of their products.
INSERT INTO stock (marketplace, variant, warehouse, product_mode, product_threshold)
SELECT $1, a.variant, a.warehouse, COALESCE(t.mode, 'inherit'), COALESCE(t.threshold, 0)
FROM unnest($2::text[], $3::text[]) AS a (variant, warehouse)
LEFT JOIN LATERAL (SELECT t.mode, t.threshold
                   FROM variants v
                   CROSS JOIN LATERAL (SELECT * FROM product_thresholds t
                                       WHERE t.marketplace = $1 AND t.product = v.product AND t.warehouse = a.warehouse OFFSET 0) AS t
                   WHERE v.marketplace = $1 AND v.variant = a.variant OFFSET 0) AS t ON true
ORDER BY a.variant, a.warehouse
ON CONFLICT (marketplace, variant, warehouse) DO NOTHING
