-- name: set_product_policy
-- The products are locked, and so are the stock records of their variants.
WITH changed AS (
    UPDATE products SET policy = $2 WHERE marketplace = $1 AND product = ANY ($3::text[])
)
UPDATE stock s SET product_policy = $2
FROM variants v
WHERE v.marketplace = $1 COLLATE "POSIX" AND v.product = ANY ($3::text[]) AND s.marketplace = $1 AND s.variant = v.variant
