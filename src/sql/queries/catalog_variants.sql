-- name: catalog_variants
-- The named variants ($2) and, if $4, those of the named products ($3).
SELECT v.variant, v.product, p.seller, v.policy, p.policy
FROM (SELECT * FROM variants n WHERE n.marketplace = $1 AND n.variant = ANY ($2::text[])
      UNION
      SELECT * FROM variants o WHERE $4::boolean AND o.marketplace = $1 COLLATE "POSIX" AND o.product = ANY ($3::text[])) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
