-- name: set_product_policy
UPDATE products SET policy = $2 WHERE marketplace = $1 AND product = ANY ($3::text[])
