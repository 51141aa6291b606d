-- name: catalog_variants
-- The named variants ($2) and, if $4, those of the named products ($3).
SELECT v.variant, v.product, p.seller, v.policy, p.policy
FROM variants v JOIN products p ON p.marketplace = $1 AND p.product = v.product
WHERE v.marketplace = $1
  AND v.variant IN (SELECT unnest($2::text[])
                    UNION SELECT o.variant FROM variants o WHERE $4::boolean AND o.marketplace = $1 AND o.product = ANY ($3::text[]))
