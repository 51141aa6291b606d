-- name: create_stock
-- Of variants whose products are locked: with their policies and thresholds.
INSERT INTO stock (marketplace, variant, warehouse, product, seller, variant_policy, product_policy, product_mode, product_threshold)
SELECT $1, a.variant, a.warehouse, v.product, p.seller, v.policy, p.policy, COALESCE(t.mode, 'inherit'), COALESCE(t.threshold, 0)
FROM unnest($2::text[], $3::text[]) AS a (variant, warehouse)
CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = a.variant OFFSET 0) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
LEFT JOIN LATERAL (SELECT * FROM product_thresholds t
                   WHERE t.marketplace = $1 AND t.product = v.product AND t.warehouse = a.warehouse OFFSET 0) AS t ON true
ORDER BY a.variant, a.warehouse
ON CONFLICT (marketplace, variant, warehouse) DO NOTHING
