-- name: load_parts
-- The parts of the asked order lines ($2, $3; line '': all), and of each queue as many others as get units when so many are
-- freed there: $4, $5, $6 variants, warehouses and units, plus, if $7, the asked parts' own allocated units. The asked
-- orders' own places in the queue do not count: they may be about to stop waiting. With those come the parts in which the
-- same lines wait elsewhere.
WITH own AS (
    SELECT p.* FROM unnest($2::text[], $3::text[]) AS lines (order_id, line)
    CROSS JOIN LATERAL (SELECT * FROM parts p
                        WHERE p.marketplace = $1 AND p.order_id = lines.order_id AND (lines.line = '' OR p.line = lines.line)
                        OFFSET 0) AS p
), freed AS (
    SELECT variant, warehouse, sum(units) AS units
    FROM (SELECT * FROM unnest($4::text[], $5::text[], $6::bigint[]) AS freeing (variant, warehouse, units)
          UNION ALL
          SELECT variant, warehouse, allocated FROM own WHERE $7::boolean) AS freeing
    GROUP BY variant, warehouse
), queued AS (
    SELECT served.*
    FROM freed f
    CROSS JOIN LATERAL (
        SELECT q.*, sum(q.waiting) OVER (ORDER BY q.priority DESC, q.age, q.line_number
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - q.waiting AS ahead
        FROM (SELECT p.* FROM parts p
              WHERE p.marketplace = $1 AND p.variant = f.variant AND p.warehouse = f.warehouse
                AND (p.waiting > 0) = true AND (p.waiting > 0 OR p.allocated > 0)
                AND p.order_id <> ALL ($2::text[])
              ORDER BY p.priority DESC, p.age, p.line_number
              LIMIT least(f.units, 9223372036854775807)::bigint) AS q
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
FROM own
UNION ALL
SELECT order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled
FROM queued
UNION ALL
SELECT order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled
FROM elsewhere
