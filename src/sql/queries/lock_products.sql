-- name: lock_products
SELECT product FROM products WHERE marketplace = $1 AND product = ANY ($2::text[]) ORDER BY product FOR UPDATE
