-- name: has_seller
-- Only asked of a name that something new could not have: there is no index of sellers.
SELECT EXISTS (SELECT FROM warehouses WHERE marketplace = $1 AND owner = $2)
    OR EXISTS (SELECT FROM products WHERE marketplace = $1 AND seller = $2)
