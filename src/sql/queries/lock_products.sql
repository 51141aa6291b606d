-- name: lock_products
-- The named products ($2) and those of the named variants ($3), in the global order.
SELECT p.product
FROM (SELECT unnest($2::text[]) COLLATE "C" AS product
      UNION
      SELECT v.product FROM unnest($3::text[]) AS named (variant)
      CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = named.variant OFFSET 0) AS v
      ORDER BY product) AS asked
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = asked.product OFFSET 0 FOR UPDATE) AS p
