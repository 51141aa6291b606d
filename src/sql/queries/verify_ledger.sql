-- name: verify_ledger
-- The next $3 stock records after $2 that the ledger knows of, and which of them are lost: stock has none of that number where the
-- ledger says. $4 warehouse ('' any).
WITH RECURSIVE known (record, place) AS (
    SELECT $2::bigint, 0
    UNION ALL
    SELECT next.record, known.place + 1
    FROM known
    CROSS JOIN LATERAL (SELECT record FROM ledger l WHERE l.marketplace = $1 AND l.record > known.record ORDER BY record LIMIT 1) AS next
    WHERE known.place < $3::bigint
)
SELECT count(*), COALESCE(max(known.record), 0),
       COALESCE(array_to_string(array_agg(known.record) FILTER (WHERE s.record IS DISTINCT FROM known.record
           AND ($4 = '' OR l.warehouse = $4)), ','), '')
FROM known
CROSS JOIN LATERAL (SELECT variant, warehouse FROM ledger l WHERE l.marketplace = $1 AND l.record = known.record ORDER BY sequence LIMIT 1) AS l
LEFT JOIN LATERAL (SELECT record FROM stock s WHERE s.marketplace = $1 AND s.variant = l.variant AND s.warehouse = l.warehouse OFFSET 0) AS s ON true
WHERE known.place > 0
