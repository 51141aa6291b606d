-- name: ledger
-- $2 variant, $3 warehouse, $4 order, $5 seller ('' any), $6 after this sequence, $7 limit. An order's rows are found by
-- the stock records of its parts.
SELECT l.sequence, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor, l.verb, l.variant, l.warehouse,
       l.on_hand, l.allocated, l.backordered, l.order_id, l.line, l.key
FROM (SELECT record FROM stock WHERE $4 = '' AND marketplace = $1 AND variant = $2
      UNION
      SELECT record FROM parts WHERE $4 <> '' AND marketplace = $1 AND order_id = $4) AS found
CROSS JOIN LATERAL (SELECT * FROM ledger e
                    WHERE e.marketplace = $1 AND e.record = found.record AND ($4 = '' OR e.order_id = $4)
                    OFFSET 0) AS l
WHERE l.sequence > $6::bigint AND ($2 = '' OR l.variant = $2) AND ($3 = '' OR l.warehouse = $3)
  AND ($5 = '' OR EXISTS (SELECT FROM variants v JOIN products p ON p.marketplace = $1 AND p.product = v.product
                          WHERE v.marketplace = $1 AND v.variant = l.variant AND p.seller = $5))
ORDER BY l.sequence
LIMIT $7::bigint
