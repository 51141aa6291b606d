-- name: put_warehouses
INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
SELECT $1, a.warehouse, a.owner, a.priority, a.active
FROM unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[]) AS a (warehouse, owner, priority, active)
ORDER BY a.warehouse
ON CONFLICT (marketplace, warehouse) DO UPDATE SET priority = EXCLUDED.priority, active = EXCLUDED.active
