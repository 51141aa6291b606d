-- name: put_warehouses
-- Known ones are locked and of that owner. One that another has made meanwhile fails, and the call is tried again.
WITH wanted AS (
    SELECT a.warehouse, a.owner, a.priority, a.active, a.known
    FROM unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[], $6::boolean[]) AS a (warehouse, owner, priority, active, known)
), changed AS (
    UPDATE warehouses w SET priority = a.priority, active = a.active FROM wanted a
    WHERE a.known AND w.marketplace = $1 AND w.warehouse = a.warehouse
)
INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
SELECT $1, a.warehouse, a.owner, a.priority, a.active FROM wanted a WHERE NOT a.known ORDER BY a.warehouse
