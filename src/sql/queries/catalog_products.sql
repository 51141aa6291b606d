-- name: catalog_products
-- The named products ($2) and those of the named variants ($3).
SELECT p.product, p.seller, p.policy FROM products p WHERE p.marketplace = $1 AND p.product = ANY ($2::text[])
UNION
SELECT p.product, p.seller, p.policy
FROM variants v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
WHERE v.marketplace = $1 AND v.variant = ANY ($3::text[])
