-- name: queue
-- Who waits: $2 variant, $3 warehouse, $4 seller ('' any), $5 limit, $6 skip, at the stock records from ($7, $8) to ($9, $10), at the
-- first of them behind the promise of $11 priority, $12 age, $13 line number. The place is counted in the whole queue of the stock
-- record, whatever else is asked.
SELECT w.place, w.order_id, w.line, w.warehouse, w.product, w.variant, w.seller, w.waiting, w.priority,
       to_char(w.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), w.age, w.line_number,
       (SELECT least(coalesce(sum(o.on_hand - o.allocated), 0), 9223372036854775807)::bigint FROM stock o
        WHERE o.marketplace = $1 AND o.variant = w.variant AND o.warehouse <> w.warehouse) AS free_elsewhere
FROM (
    SELECT p.*, s.product
    FROM stock s
    CROSS JOIN LATERAL (SELECT q.*, row_number() OVER (ORDER BY q.priority DESC, q.age, q.line_number) AS place
                        FROM parts q
                        WHERE q.record = s.record AND (q.waiting > 0) = true AND (q.waiting > 0 OR q.allocated > 0)
                        OFFSET 0) AS p
    WHERE s.marketplace = $1 AND s.backordered > 0 AND (s.variant, s.warehouse) >= ($7, $8) AND (s.variant, s.warehouse) <= ($9, $10)
      AND ($2 = '' OR s.variant = $2) AND ($3 = '' OR s.warehouse = $3) AND ($4 = '' OR s.seller = $4)
      AND ((s.variant, s.warehouse) > ($7, $8) OR p.priority < $11::bigint
           OR (p.priority = $11::bigint AND (p.age, p.line_number) > ($12::bigint, $13::bigint)))
    ORDER BY s.variant, s.warehouse, p.place
    LIMIT $5::bigint OFFSET $6::bigint
) AS w
ORDER BY w.variant, w.warehouse, w.place

-- name: queue_of_order
-- As queue, of order $5, whose stock records are found by its parts: $2 variant, $3 warehouse, $4 seller ('' any), $6 limit, $7 skip,
-- from ($8, $9) on, at that record behind the promise of $10 priority, $11 age, $12 line number.
SELECT w.place, w.order_id, w.line, w.warehouse, w.product, w.variant, w.seller, w.waiting, w.priority,
       to_char(w.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), w.age, w.line_number,
       (SELECT least(coalesce(sum(o.on_hand - o.allocated), 0), 9223372036854775807)::bigint FROM stock o
        WHERE o.marketplace = $1 AND o.variant = w.variant AND o.warehouse <> w.warehouse) AS free_elsewhere
FROM (
    SELECT p.*, s.product
    FROM (SELECT DISTINCT variant, warehouse FROM parts WHERE marketplace = $1 AND order_id = $5 AND waiting > 0) AS o
    CROSS JOIN LATERAL (SELECT * FROM stock t WHERE t.marketplace = $1 AND t.variant = o.variant AND t.warehouse = o.warehouse OFFSET 0) AS s
    CROSS JOIN LATERAL (SELECT q.*, row_number() OVER (ORDER BY q.priority DESC, q.age, q.line_number) AS place
                        FROM parts q
                        WHERE q.record = s.record AND (q.waiting > 0) = true AND (q.waiting > 0 OR q.allocated > 0)
                        OFFSET 0) AS p
    WHERE s.backordered > 0 AND (s.variant, s.warehouse) >= ($8, $9)
      AND ($2 = '' OR s.variant = $2) AND ($3 = '' OR s.warehouse = $3) AND ($4 = '' OR s.seller = $4) AND p.order_id = $5
      AND ((s.variant, s.warehouse) > ($8, $9) OR p.priority < $10::bigint
           OR (p.priority = $10::bigint AND (p.age, p.line_number) > ($11::bigint, $12::bigint)))
    ORDER BY s.variant, s.warehouse, p.place
    LIMIT $6::bigint OFFSET $7::bigint
) AS w
ORDER BY w.variant, w.warehouse, w.place

-- name: queue_end
-- The stock record in place $4, counted from 0, from ($2, $3) on.
SELECT variant, warehouse FROM stock
WHERE marketplace = $1 AND (variant, warehouse) >= ($2, $3)
ORDER BY variant, warehouse
LIMIT 1 OFFSET $4::bigint
