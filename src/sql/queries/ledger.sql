-- name: ledger
-- $2 variant, $3 warehouse, $4 order, $5 seller ('' any), $6 after this sequence, $7 limit. Of each stock record no more than a page
-- is read. An order's rows are found by the stock records of its parts, from about its placing on: times grow with sequences as far as
-- no transaction lasted, and no clock was set back, for a day.
WITH found AS MATERIALIZED (
    SELECT record, NULL::timestamptz AS since FROM stock
    WHERE $4 = '' AND marketplace = $1 AND variant = $2 AND ($3 = '' OR warehouse = $3) AND ($5 = '' OR seller = $5)
    UNION ALL
    SELECT record, min(since) - interval '1 day' FROM parts
    WHERE $4 <> '' AND marketplace = $1 AND order_id = $4
      AND ($2 = '' OR variant = $2) AND ($3 = '' OR warehouse = $3) AND ($5 = '' OR seller = $5)
    GROUP BY record
)
SELECT l.sequence, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor, l.verb, l.variant, l.warehouse,
       l.on_hand, l.allocated, l.backordered, l.order_id, l.line, l.key
FROM found
CROSS JOIN LATERAL (
    -- low: a row before the time, or 0; behind high there is none. The first one between them halves what is left.
    WITH RECURSIVE halved (low, high) AS (
        SELECT $6::bigint, CASE WHEN $4 <> '' THEN (SELECT max(e.sequence) FROM ledger e WHERE e.marketplace = $1 AND e.record = found.record) END
        UNION ALL
        SELECT CASE WHEN early THEN sequence ELSE low END, CASE WHEN early THEN high ELSE (low + high) / 2 END
        FROM halved
        CROSS JOIN LATERAL (SELECT e.sequence, e.at < found.since AS early FROM ledger e
                            WHERE e.marketplace = $1 AND e.record = found.record AND e.sequence > (halved.low + halved.high) / 2
                            ORDER BY e.sequence LIMIT 1) AS middle
        WHERE high - low > 100
    )
    SELECT max(low) AS sequence FROM halved
) AS start
CROSS JOIN LATERAL (SELECT * FROM ledger e
                    WHERE e.marketplace = $1 AND e.record = found.record AND e.sequence > start.sequence AND ($4 = '' OR e.order_id = $4)
                    ORDER BY e.sequence LIMIT $7::bigint) AS l
ORDER BY l.sequence
LIMIT $7::bigint
