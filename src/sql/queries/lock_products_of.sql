-- name: lock_products_of
-- The products of the variants $2.
SELECT p.product
FROM products p
WHERE p.marketplace = $1
  AND p.product = ANY (ARRAY(SELECT v.product FROM variants v WHERE v.marketplace = $1 AND v.variant = ANY ($2::text[])))
ORDER BY p.product FOR UPDATE
