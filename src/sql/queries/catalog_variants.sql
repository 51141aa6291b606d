-- name: catalog_variants
-- The named variants ($2) and, if $4, those of the named products ($3).
SELECT v.variant, v.product, p.seller, v.policy, p.policy
FROM (SELECT n.variant, n.product, n.policy FROM unnest($2::text[]) AS named (variant)
      CROSS JOIN LATERAL (SELECT * FROM variants n WHERE n.marketplace = $1 AND n.variant = named.variant OFFSET 0) AS n
      UNION
      SELECT o.variant, o.product, o.policy FROM unnest($3::text[]) AS named (product)
      CROSS JOIN LATERAL (SELECT * FROM variants o
                          WHERE $4::boolean AND o.marketplace = $1 COLLATE "POSIX" AND o.product = named.product OFFSET 0) AS o) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
