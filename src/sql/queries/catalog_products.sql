-- name: catalog_products
-- The named products ($2) and those of the named variants ($3).
SELECT p.product, p.seller, p.policy FROM products p
WHERE p.marketplace = $1
  AND p.product IN (SELECT unnest($2::text[])
                    UNION SELECT v.product FROM variants v WHERE v.marketplace = $1 AND v.variant = ANY ($3::text[]))
