-- name: put_warehouses
-- Known ones are locked and of that owner: inserting finds them by their key. One that is not known but there fails, as another has
-- made it meanwhile, and the call is tried again.
WITH wanted AS (
    SELECT a.warehouse, a.owner, a.priority, a.active, a.known
    FROM unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[], $6::boolean[]) AS a (warehouse, owner, priority, active, known)
), changed AS (
    INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
    SELECT $1, a.warehouse, a.owner, a.priority, a.active FROM wanted a WHERE a.known
    ON CONFLICT (marketplace, warehouse) DO UPDATE SET priority = EXCLUDED.priority, active = EXCLUDED.active
)
INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
SELECT $1, a.warehouse, a.owner, a.priority, a.active FROM wanted a WHERE NOT a.known ORDER BY a.warehouse
