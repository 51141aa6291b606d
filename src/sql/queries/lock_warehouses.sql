-- name: lock_warehouses
SELECT warehouse FROM warehouses WHERE marketplace = $1 AND warehouse = ANY ($2::text[]) ORDER BY warehouse FOR UPDATE
