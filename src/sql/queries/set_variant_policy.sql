-- name: set_variant_policy
-- The stock records of the variants are locked.
WITH changed AS (
    UPDATE variants SET policy = $2 WHERE marketplace = $1 AND variant = ANY ($3::text[])
)
UPDATE stock SET variant_policy = $2 WHERE marketplace = $1 AND variant = ANY ($3::text[])
