-- name: locked_elsewhere
-- What other transactions have locked now of that which is asked for: $1 marketplace; $2 kinds, $3 ids, $4 warehouses of records (''
-- all of the variant). What is not answered is there and locked by this transaction, or is not there.
-- holder tells one locking transaction from the next. Of rows that several have locked, or a prepared transaction, no process is known.
WITH asked AS MATERIALIZED (
    SELECT a.kind, a.id, a.warehouse FROM unnest($2::text[], $3::text[], $4::text[]) AS a (kind, id, warehouse)
), locked AS MATERIALIZED (
    SELECT 'record' AS kind, s.variant AS id, s.warehouse, s.xmax AS holder
    FROM (SELECT * FROM asked WHERE kind = 'record') AS a
    CROSS JOIN LATERAL (SELECT s.variant, s.warehouse, s.xmax FROM stock s
                        WHERE s.marketplace = $1 AND s.variant = a.id AND (a.warehouse = '' OR s.warehouse = a.warehouse) OFFSET 0) AS s
    WHERE NOT EXISTS (SELECT FROM stock f WHERE f.marketplace = $1 AND f.variant = s.variant AND f.warehouse = s.warehouse
                      FOR UPDATE SKIP LOCKED)
    UNION ALL
    SELECT 'product', p.product, '', p.xmax
    FROM (SELECT CASE kind WHEN 'product' THEN id
                           ELSE (SELECT v.product FROM variants v WHERE v.marketplace = $1 AND v.variant = asked.id) END AS product
          FROM asked WHERE kind IN ('product', 'product of')) AS a
    CROSS JOIN LATERAL (SELECT p.product, p.xmax FROM products p WHERE p.marketplace = $1 AND p.product = a.product OFFSET 0) AS p
    WHERE NOT EXISTS (SELECT FROM products f WHERE f.marketplace = $1 AND f.product = p.product FOR UPDATE SKIP LOCKED)
    UNION ALL
    SELECT 'warehouse', w.warehouse, '', w.xmax
    FROM (SELECT * FROM asked WHERE kind = 'warehouse') AS a
    CROSS JOIN LATERAL (SELECT w.warehouse, w.xmax FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = a.id OFFSET 0) AS w
    WHERE NOT EXISTS (SELECT FROM warehouses f WHERE f.marketplace = $1 AND f.warehouse = w.warehouse FOR UPDATE SKIP LOCKED)
    UNION ALL
    SELECT 'marketplace', m.marketplace, '', m.xmax
    FROM (SELECT * FROM asked WHERE kind = 'marketplace') AS a
    CROSS JOIN LATERAL (SELECT m.marketplace, m.xmax FROM marketplaces m WHERE m.marketplace = $1 OFFSET 0) AS m
    WHERE NOT EXISTS (SELECT FROM marketplaces f WHERE f.marketplace = m.marketplace FOR UPDATE SKIP LOCKED)
), turn AS MATERIALIZED (
    SELECT DISTINCT id FROM asked WHERE kind = 'turn'
)
SELECT l.kind, l.id, l.warehouse, l.holder::text, COALESCE(h.pid, 0),
       concat_ws(', ', nullif(a.application_name, ''), a.state,
                 'since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
FROM locked l
LEFT JOIN LATERAL (SELECT pid FROM pg_locks WHERE locktype = 'transactionid' AND granted AND transactionid = l.holder LIMIT 1) AS h ON true
LEFT JOIN pg_stat_activity a ON a.pid = h.pid
UNION ALL
SELECT 'turn', t.id, '', '', 0, '' FROM turn t
WHERE NOT pg_try_advisory_xact_lock(hashtext('backorder'), hashtext(current_schema() || '/' || $1 || '/' || t.id))
