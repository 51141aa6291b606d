-- name: queue
-- Who waits: $2 variant, $3 warehouse, $4 seller, $5 order ('' any), $6 limit, $7 skip. The place is counted in the whole
-- queue of the stock record, whatever else is asked.
SELECT ranked.place, ranked.order_id, ranked.line, ranked.warehouse, v.product, ranked.variant, ranked.seller, ranked.waiting,
       ranked.priority, to_char(ranked.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM (
    SELECT p.*, row_number() OVER (PARTITION BY p.record
                                   ORDER BY p.priority DESC, p.age, p.line_number, p.order_id, p.line) AS place
    FROM stock s
    CROSS JOIN LATERAL (SELECT * FROM parts p
                        WHERE p.record = s.record AND p.marketplace = $1 AND (p.waiting > 0) = true AND (p.waiting > 0 OR p.allocated > 0)
                        OFFSET 0) AS p
    WHERE s.marketplace = $1 AND s.backordered > 0
      AND ($2 = '' OR s.variant = $2) AND ($3 = '' OR s.warehouse = $3)
      AND ($4 = '' OR p.seller = $4)
      AND ($5 = '' OR s.record IN (SELECT o.record FROM parts o WHERE o.marketplace = $1 AND o.order_id = $5 AND o.waiting > 0))
) AS ranked
JOIN variants v ON v.marketplace = $1 AND v.variant = ranked.variant
WHERE $5 = '' OR ranked.order_id = $5
ORDER BY ranked.variant, ranked.warehouse, ranked.place
LIMIT $6::bigint OFFSET $7::bigint
