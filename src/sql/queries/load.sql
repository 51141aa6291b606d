-- name: load
-- Locks the stock records that the calls of a batch touch, in key order, then numbers the calls, and reads what decides.
-- $1 marketplace. The calls: $2, $3 scopes and keys. Records, in key order: $4, $5 variants and warehouses ('': all of the
-- variant). $6 warehouses to be known beside those of the records.
-- Rows of several kinds, see store/stock_rows.cpp. Every look-up is a LATERAL with OFFSET 0: of a marketplace that its
-- statistics do not know yet the planner expects next to nothing, and would compare everything with everything.
-- The arms run one after the other: calls are numbered when all locks are had, and the order of their numbers is the order at
-- each record.
WITH record AS MATERIALIZED (
    SELECT s.*
    FROM unnest($4::text[], $5::text[]) AS asked (variant, warehouse)
    CROSS JOIN LATERAL (SELECT * FROM stock s
                        WHERE s.marketplace = $1 AND s.variant = asked.variant AND (asked.warehouse = '' OR s.warehouse = asked.warehouse)
                        ORDER BY s.warehouse OFFSET 0 FOR UPDATE) AS s
)
SELECT 'record' AS kind, variant, warehouse, own_mode, product_mode, product, seller, variant_policy, product_policy,
       on_hand, allocated, backordered, threshold, product_threshold, record, NULL::boolean AS flag
FROM record
UNION ALL
SELECT 'warehouse', NULL, w.warehouse, w.owner, NULL, NULL, NULL, NULL, NULL, w.priority, NULL, NULL, NULL, NULL, NULL, w.active
FROM (SELECT warehouse FROM record UNION SELECT unnest($6::text[]) COLLATE "C") AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'call', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, nextval('call_sequence'), NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT true FROM calls c WHERE c.marketplace = $1 AND c.scope = asking.scope AND c.key = asking.key LIMIT 1), false)
FROM unnest($2::text[], $3::text[]) AS asking (scope, key)
UNION ALL
SELECT 'marketplace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)

-- name: queue_up
-- $1 marketplace, $2 variants whose stock records are about to be locked. Here each is woken in his turn; of many who wait at a
-- record itself, all are woken whenever it is free, to find all but one of them that it is not.
SELECT pg_advisory_xact_lock(hashtext('backorder'), named.turn)
FROM (SELECT DISTINCT hashtext(current_schema() || '/' || $1 || '/' || variant) AS turn
      FROM unnest($2::text[]) AS asked (variant) ORDER BY turn) AS named

-- name: order_records
-- The stock records where orders ($2) have parts, and those of order lines' variants at warehouses ($3, $4, $5).
SELECT part.variant, part.warehouse
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT p.variant, p.warehouse FROM parts p
                    WHERE p.marketplace = $1 AND p.order_id = orders.order_id OFFSET 0) AS part
UNION
SELECT part.variant, lines.warehouse COLLATE "C"
FROM unnest($3::text[], $4::text[], $5::text[]) AS lines (order_id, line, warehouse)
CROSS JOIN LATERAL (SELECT p.variant FROM parts p
                    WHERE p.marketplace = $1 AND p.order_id = lines.order_id AND p.line = lines.line OFFSET 0) AS part

-- name: load_orders
-- The parts of the orders ($2).
SELECT p.order_id, p.line, p.warehouse, p.variant, p.seller, p.line_number, p.priority, p.age, p.allocated, p.waiting, p.shipped, p.cancelled
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT * FROM parts p WHERE p.marketplace = $1 AND p.order_id = orders.order_id OFFSET 0) AS p

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

-- name: recorded_calls
-- $2, $3 scopes and keys; place counts them from 0.
SELECT asked.place - 1, c.verb, c.seller, c.body, c.answer, c.events,
       to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked (scope, key, place)
CROSS JOIN LATERAL (SELECT * FROM calls c WHERE c.marketplace = $1 AND c.scope = asked.scope AND c.key = asked.key OFFSET 0) AS c

-- name: fulfillments
-- Those of the orders ($2), a row for each line.
SELECT f.order_id, f.fulfillment, f.warehouse, f.undone, to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.line, l.quantity
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT * FROM fulfillments f WHERE f.marketplace = $1 AND f.order_id = orders.order_id OFFSET 0) AS f
CROSS JOIN LATERAL unnest(f.lines, f.quantities) WITH ORDINALITY AS l (line, quantity, place)
ORDER BY f.order_id, f.fulfillment, l.place
