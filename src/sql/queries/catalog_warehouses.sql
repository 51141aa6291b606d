-- name: catalog_warehouses
SELECT w.warehouse, w.owner, w.priority, w.active
FROM (SELECT DISTINCT unnest($2::text[]) AS warehouse) AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w
