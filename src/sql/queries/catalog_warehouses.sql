-- name: catalog_warehouses
SELECT warehouse, owner, priority, active FROM warehouses WHERE marketplace = $1 AND warehouse = ANY ($2::text[])
