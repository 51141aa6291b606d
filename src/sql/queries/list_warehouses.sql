-- name: list_warehouses
-- Warehouses after $2 that serve seller $3 ('' any), $4 at most, of the next $5. The last row, without owner, tells where the look
-- ended if there may be more.
WITH looked_at AS MATERIALIZED (
    SELECT warehouse, owner, priority, active FROM warehouses WHERE marketplace = $1 AND warehouse > $2 ORDER BY warehouse LIMIT $5::bigint
)
(SELECT warehouse, owner, priority, active FROM looked_at WHERE $3 = '' OR owner = '' OR owner = $3 ORDER BY warehouse LIMIT $4::bigint)
UNION ALL
(SELECT warehouse, NULL, NULL, NULL FROM looked_at ORDER BY warehouse OFFSET $5::bigint - 1)
