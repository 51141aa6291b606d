-- name: set_variant_policy
UPDATE variants SET policy = $2 WHERE marketplace = $1 AND variant = ANY ($3::text[])
