-- name: lock_warehouses
SELECT w.warehouse
FROM (SELECT DISTINCT unnest($2::text[]) COLLATE "C" AS warehouse ORDER BY warehouse) AS asked
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = asked.warehouse OFFSET 0 FOR UPDATE) AS w
