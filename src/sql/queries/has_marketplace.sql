-- name: has_marketplace
SELECT EXISTS (SELECT FROM marketplaces WHERE marketplace = $1) OR EXISTS (SELECT FROM warehouses WHERE marketplace = $1)
    OR EXISTS (SELECT FROM products WHERE marketplace = $1)
