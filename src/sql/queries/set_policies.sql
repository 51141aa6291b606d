-- name: set_policies
-- $2, $3 products and their policies; $4, $5 variants and theirs.
WITH of_products AS (
    UPDATE products p SET policy = a.policy FROM unnest($2::text[], $3::text[]) AS a (product, policy)
    WHERE p.marketplace = $1 AND p.product = a.product
)
UPDATE variants v SET policy = a.policy FROM unnest($4::text[], $5::text[]) AS a (variant, policy)
WHERE v.marketplace = $1 AND v.variant = a.variant
