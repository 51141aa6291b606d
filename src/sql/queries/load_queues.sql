-- name: load_queues
-- Of each queue as many parts as get units when so many are freed there: $2, $3 stock records and units. Those of
-- the orders $4 do not count: they are known, and may be about to stop waiting. With them come the parts in which the same
-- lines wait elsewhere.
WITH queued AS MATERIALIZED (
    SELECT served.*
    FROM unnest($2::bigint[], $3::bigint[]) AS f (record, units)
    CROSS JOIN LATERAL (
        SELECT q.*, sum(q.waiting) OVER (ORDER BY q.priority DESC, q.age, q.line_number
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - q.waiting AS ahead
        FROM (SELECT p.* FROM parts p
              WHERE p.marketplace = $1 COLLATE "POSIX" AND p.record = f.record
                AND (p.waiting > 0) = true AND (p.waiting > 0 OR p.allocated > 0)
                AND (p.order_id IN (SELECT unnest($4::text[]) COLLATE "C")) IS NOT TRUE
              ORDER BY p.priority DESC, p.age, p.line_number
              LIMIT f.units) AS q
    ) AS served
    WHERE served.ahead < f.units
), elsewhere AS (
    SELECT p.* FROM queued q
    CROSS JOIN LATERAL (SELECT * FROM parts p
                        WHERE p.marketplace = $1 AND p.order_id = q.order_id AND p.line = q.line AND p.warehouse <> q.warehouse
                          AND p.waiting > 0
                        OFFSET 0) AS p
)
SELECT order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled
FROM queued
UNION ALL
SELECT order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled
FROM elsewhere
