-- name: verify_orders
-- Orders' parts, against what was asked, what was shipped and their stock records: $1 marketplace, $2 seller, $3 variant, $4 warehouse
-- ('' any). The orders are those after $5 up to $6 ('': all that are left), or if $7 those that the ledger has of the records $8.
WITH named AS MATERIALIZED (
    SELECT DISTINCT l.order_id
    FROM unnest($8::bigint[]) AS asked (record)
    CROSS JOIN LATERAL (SELECT order_id FROM ledger l WHERE l.marketplace = $1 AND l.record = asked.record AND l.order_id <> '' OFFSET 0) AS l
    WHERE $7::boolean
), called AS (
    SELECT key, body FROM calls
    WHERE NOT $7::boolean AND marketplace = $1 AND key > $5 AND ($6 = '' OR key <= $6) AND scope = 'order'
    UNION ALL
    SELECT c.key, c.body FROM named
    CROSS JOIN LATERAL (SELECT * FROM calls c WHERE c.marketplace = $1 AND c.key = named.order_id AND c.scope = 'order' OFFSET 0) AS c
), part AS MATERIALIZED (
    SELECT order_id, line, warehouse, variant, seller, record, allocated, waiting, shipped, cancelled FROM parts
    WHERE NOT $7::boolean AND marketplace = $1 AND order_id > $5 AND ($6 = '' OR order_id <= $6) AND ($2 = '' OR seller = $2)
    UNION ALL
    SELECT p.order_id, p.line, p.warehouse, p.variant, p.seller, p.record, p.allocated, p.waiting, p.shipped, p.cancelled FROM named
    CROSS JOIN LATERAL (SELECT * FROM parts p WHERE p.marketplace = $1 AND p.order_id = named.order_id AND ($2 = '' OR p.seller = $2) OFFSET 0) AS p
), fulfilled AS (
    SELECT order_id, warehouse, lines, quantities FROM fulfillments
    WHERE NOT $7::boolean AND marketplace = $1 AND order_id > $5 AND ($6 = '' OR order_id <= $6) AND undone = ''
    UNION ALL
    SELECT f.order_id, f.warehouse, f.lines, f.quantities FROM named
    CROSS JOIN LATERAL (SELECT * FROM fulfillments f WHERE f.marketplace = $1 AND f.order_id = named.order_id AND f.undone = '' OFFSET 0) AS f
), asked AS (
    SELECT c.key AS order_id, l.line, l.variant, l.quantity
    FROM called c CROSS JOIN LATERAL json_to_recordset(c.body::json -> 'lines') AS l (line text, variant text, quantity numeric)
    WHERE $2 = '' OR $2 = (SELECT p.seller FROM variants v JOIN products p ON p.marketplace = $1 AND p.product = v.product
                           WHERE v.marketplace = $1 AND v.variant = l.variant)
), spread AS (
    SELECT order_id, line, variant, sum(allocated + waiting + shipped + cancelled) AS quantity FROM part GROUP BY order_id, line, variant
), sent AS (
    SELECT f.order_id, u.line, f.warehouse, sum(u.quantity) AS shipped
    FROM fulfilled f CROSS JOIN LATERAL unnest(f.lines, f.quantities) AS u (line, quantity)
    GROUP BY f.order_id, u.line, f.warehouse
), misplaced AS MATERIALIZED (
    SELECT at.variant, at.warehouse, at.record, COALESCE(s.record, 0) AS its_record
    FROM (SELECT DISTINCT variant, warehouse, record FROM part OFFSET 0) AS at
    LEFT JOIN LATERAL (SELECT record FROM stock s WHERE s.marketplace = $1 AND s.variant = at.variant AND s.warehouse = at.warehouse OFFSET 0) AS s ON true
    WHERE s.record IS DISTINCT FROM at.record
      AND (s.record IS NOT NULL OR (SELECT 1 FROM ledger l WHERE l.marketplace = $1 AND l.record = at.record LIMIT 1) IS NULL)
), found AS (
    SELECT 'line quantity' AS what, variant, '' AS warehouse, order_id, line, COALESCE(a.quantity, 0) AS expected, COALESCE(s.quantity, 0) AS found
    FROM asked a FULL JOIN spread s USING (order_id, line, variant)
    UNION ALL
    SELECT 'shipped', COALESCE(p.variant, ''), warehouse, order_id, line, COALESCE(s.shipped, 0), COALESCE(p.shipped, 0)
    FROM part p FULL JOIN sent s USING (order_id, line, warehouse)
    WHERE $2 = '' OR p.order_id IS NOT NULL
    UNION ALL
    SELECT 'record number', p.variant, p.warehouse, p.order_id, p.line, m.its_record, p.record
    FROM misplaced m JOIN part p USING (variant, warehouse, record)
)
SELECT 'counted' AS kind, '' AS what, '' AS variant, '' AS warehouse, '' AS order_id, '' AS line, count(*) AS expected, NULL::bigint AS found
FROM part WHERE ($3 = '' OR variant = $3) AND ($4 = '' OR warehouse = $4)
UNION ALL
SELECT 'difference', what, variant, warehouse, order_id, line,
       greatest(least(expected, 9223372036854775807), -9223372036854775808)::bigint,
       greatest(least(found, 9223372036854775807), -9223372036854775808)::bigint
FROM found
WHERE expected IS DISTINCT FROM found AND ($3 = '' OR variant = $3) AND ($4 = '' OR warehouse IN ($4, ''))
