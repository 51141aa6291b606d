-- name: load_promises
-- The youngest promises that hold goods, as many as lose so many units: $2, $3 stock records and units. Those that also wait and those
-- that do not lie apart in the index: of each kind no more are read than there are units.
SELECT served.order_id, served.line, served.warehouse, served.variant, served.seller, served.line_number, served.priority,
       served.age, served.allocated, served.waiting, served.shipped, served.cancelled
FROM unnest($2::bigint[], $3::bigint[]) AS losing (record, units)
CROSS JOIN LATERAL (
    SELECT p.*, sum(p.allocated) OVER (ORDER BY p.priority, p.age DESC, p.line_number DESC
                                       ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - p.allocated AS ahead
    FROM ((SELECT * FROM parts o
           WHERE o.marketplace = $1 COLLATE "POSIX" AND o.record = losing.record
             AND (o.waiting > 0) IS FALSE AND (o.waiting > 0 OR o.allocated > 0)
           ORDER BY o.priority, o.age DESC, o.line_number DESC
           LIMIT losing.units)
          UNION ALL
          (SELECT * FROM parts o
           WHERE o.marketplace = $1 COLLATE "POSIX" AND o.record = losing.record
             AND (o.waiting > 0) = true AND (o.waiting > 0 OR o.allocated > 0) AND o.allocated > 0
           ORDER BY o.priority, o.age DESC, o.line_number DESC
           LIMIT losing.units)) AS p
) AS served
WHERE served.ahead < losing.units
