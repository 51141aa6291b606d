-- name: put_variants
-- A new variant of a product that has thresholds is stocked where they are, so that it can be backordered there.
WITH added AS (
    INSERT INTO variants (marketplace, variant, product)
    SELECT $1, a.variant, a.product FROM unnest($2::text[], $3::text[]) AS a (variant, product) ORDER BY a.variant
    RETURNING variant, product, policy
)
INSERT INTO stock (marketplace, variant, warehouse, product, seller, variant_policy, product_policy, product_mode, product_threshold)
SELECT $1, added.variant, t.warehouse, added.product, p.seller, added.policy, p.policy, t.mode, t.threshold
FROM added
CROSS JOIN LATERAL (SELECT * FROM product_thresholds t WHERE t.marketplace = $1 AND t.product = added.product OFFSET 0) AS t
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = added.product OFFSET 0) AS p
ORDER BY added.variant, t.warehouse
