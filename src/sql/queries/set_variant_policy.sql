-- name: set_variant_policy
-- The stock records of the variants are locked; see set_product_policy.
WITH changed AS (
    INSERT INTO variants (marketplace, variant, product, policy)
    SELECT $1, v.variant, v.product, $2
    FROM unnest($3::text[]) AS asked (variant)
    CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = asked.variant OFFSET 0) AS v
    ON CONFLICT (marketplace, variant) DO UPDATE SET policy = EXCLUDED.policy
)
INSERT INTO stock (marketplace, variant, warehouse, variant_policy)
SELECT $1, s.variant, s.warehouse, $2
FROM unnest($3::text[]) AS asked (variant)
CROSS JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = asked.variant OFFSET 0) AS s
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE SET variant_policy = EXCLUDED.variant_policy
