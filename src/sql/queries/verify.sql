-- name: plan_setting
-- A setting of the planner, until the transaction ends.
SELECT set_config($1, $2, true)

-- name: verify_extent
-- How many variants and how many orders there are.
SELECT (SELECT count(*) FROM variants WHERE marketplace = $1 COLLATE "POSIX"),
       (SELECT count(*) FROM calls WHERE marketplace = $1 AND scope = 'order')

-- name: verify_records
-- A page of variants' stock records, against ledger, open parts, thresholds and catalogue: $1 marketplace, $2 seller, $3 variant,
-- $4 warehouse ('' any), the variants after $5, as many as $6; with them the records $7 that the ledger has and stock has not.
-- Rows of several kinds, see store/work_verify.cpp. Whatever of a part does not wait and holds nothing stands in no counter.
WITH page AS MATERIALIZED (
    SELECT v.variant, v.product, v.policy, p.seller, p.policy AS product_policy
    FROM variants v
    CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
    WHERE v.marketplace = $1 AND v.variant > $5 AND ($3 = '' OR v.variant = $3) AND ($2 = '' OR p.seller = $2)
    ORDER BY v.variant LIMIT $6::bigint
), stocked AS MATERIALIZED (
    SELECT s.*, page.product AS its_product, page.seller AS its_seller, page.policy, page.product_policy AS its_product_policy
    FROM page
    CROSS JOIN LATERAL (SELECT * FROM stock s
                        WHERE s.marketplace = $1 AND s.variant = page.variant AND ($4 = '' OR s.warehouse = $4) OFFSET 0) AS s
), record AS MATERIALIZED (
    SELECT record, variant, warehouse, on_hand, allocated, backordered FROM stocked
    UNION ALL
    SELECT lost.record, l.variant, l.warehouse, 0, 0, 0
    FROM unnest($7::bigint[]) AS lost (record)
    CROSS JOIN LATERAL (SELECT variant, warehouse FROM ledger l WHERE l.marketplace = $1 AND l.record = lost.record ORDER BY sequence LIMIT 1) AS l
), entry AS MATERIALIZED (
    SELECT record.record, e.order_id, e.line, e.on_hand, e.allocated, e.backordered,
           CASE WHEN (e.variant, e.warehouse) <> (record.variant, record.warehouse) THEN e.variant END AS other_variant,
           CASE WHEN (e.variant, e.warehouse) <> (record.variant, record.warehouse) THEN e.warehouse END AS other_warehouse
    FROM record
    CROSS JOIN LATERAL (SELECT * FROM ledger e WHERE e.marketplace = $1 AND e.record = record.record OFFSET 0) AS e
), entered AS MATERIALIZED (
    SELECT record, count(*) AS rows, sum(on_hand) AS on_hand, sum(allocated) AS allocated, sum(backordered) AS backordered
    FROM entry GROUP BY record
), entered_for_part AS (
    SELECT record, order_id, line, sum(allocated) AS allocated, sum(backordered) AS backordered
    FROM entry WHERE order_id <> '' GROUP BY record, order_id, line
), part AS MATERIALIZED (
    SELECT p.record, p.order_id, p.line, p.allocated, p.waiting
    FROM record
    CROSS JOIN LATERAL (SELECT * FROM parts p
                        WHERE p.record = record.record AND p.marketplace = $1 COLLATE "POSIX" AND (p.waiting > 0 OR p.allocated > 0)
                        OFFSET 0) AS p
), promised AS (
    SELECT record, sum(allocated) AS allocated, sum(waiting) AS waiting FROM part GROUP BY record
), compared AS MATERIALIZED (
    SELECT r.*, COALESCE(e.on_hand, 0) AS entered_on_hand, COALESCE(e.allocated, 0) AS entered_allocated,
           COALESCE(e.backordered, 0) AS entered_backordered, COALESCE(p.allocated, 0) AS promised_allocated,
           COALESCE(p.waiting, 0) AS promised_waiting
    FROM record r LEFT JOIN entered e USING (record) LEFT JOIN promised p USING (record)
    WHERE (r.on_hand, r.allocated, r.backordered, r.allocated, r.backordered, least(r.on_hand - r.allocated, r.backordered))
          IS DISTINCT FROM (e.on_hand, e.allocated, e.backordered, COALESCE(p.allocated, 0), COALESCE(p.waiting, 0), 0)
), promise AS MATERIALIZED (
    SELECT record, order_id, line, COALESCE(e.allocated, 0) AS entered_allocated, COALESCE(e.backordered, 0) AS entered_waiting,
           COALESCE(p.allocated, 0) AS allocated, COALESCE(p.waiting, 0) AS waiting
    FROM part p FULL JOIN entered_for_part e USING (record, order_id, line)
    WHERE (COALESCE(e.allocated, 0), COALESCE(e.backordered, 0)) <> (COALESCE(p.allocated, 0), COALESCE(p.waiting, 0))
), threshold AS MATERIALIZED (
    SELECT s.*, COALESCE(t.mode, 'inherit') AS its_mode, COALESCE(t.threshold, 0) AS its_threshold
    FROM stocked s
    LEFT JOIN LATERAL (SELECT * FROM product_thresholds t
                       WHERE t.marketplace = $1 AND t.product = s.its_product AND t.warehouse = s.warehouse OFFSET 0) AS t ON true
    WHERE (s.product, s.seller, s.variant_policy, s.product_policy, s.product_mode, s.product_threshold)
          <> (s.its_product, s.its_seller, s.policy, s.its_product_policy, COALESCE(t.mode, 'inherit'), COALESCE(t.threshold, 0))
), found AS (
    SELECT 'ledger on_hand' AS what, variant, warehouse, '' AS order_id, '' AS line, entered_on_hand AS expected, on_hand AS found FROM compared
    UNION ALL
    SELECT 'ledger allocated', variant, warehouse, '', '', entered_allocated, allocated FROM compared
    UNION ALL
    SELECT 'ledger backordered', variant, warehouse, '', '', entered_backordered, backordered FROM compared
    UNION ALL
    SELECT 'parts allocated', variant, warehouse, '', '', promised_allocated, allocated FROM compared
    UNION ALL
    SELECT 'parts waiting', variant, warehouse, '', '', promised_waiting, backordered FROM compared
    UNION ALL
    SELECT 'free while someone waits', variant, warehouse, '', '', 0, least(on_hand - allocated, backordered) FROM compared
    UNION ALL
    SELECT 'part allocated', r.variant, r.warehouse, order_id, line, p.entered_allocated, p.allocated FROM promise p JOIN record r USING (record)
    UNION ALL
    SELECT 'part waiting', r.variant, r.warehouse, order_id, line, p.entered_waiting, p.waiting FROM promise p JOIN record r USING (record)
    UNION ALL
    SELECT 'record number', e.variant, e.warehouse, '', '', COALESCE(s.record, 0), e.record
    FROM (SELECT DISTINCT record, other_variant AS variant, other_warehouse AS warehouse FROM entry WHERE other_variant IS NOT NULL) AS e
    LEFT JOIN LATERAL (SELECT record FROM stock s WHERE s.marketplace = $1 AND s.variant = e.variant AND s.warehouse = e.warehouse OFFSET 0) AS s ON true
    UNION ALL
    SELECT 'product threshold', variant, warehouse, '', '', its_threshold, product_threshold FROM threshold
    UNION ALL
    SELECT 'product threshold mode', variant, warehouse, '', '', 1, (product_mode = its_mode)::integer FROM threshold
    UNION ALL
    SELECT 'record says what its variant and product say', variant, warehouse, '', '', 1,
           ((product, seller, variant_policy, product_policy) = (its_product, its_seller, policy, its_product_policy))::integer
    FROM threshold
)
SELECT 'page' AS kind, '' AS what, max(variant) AS variant, '' AS warehouse, '' AS order_id, '' AS line, count(*) AS expected, NULL::bigint AS found
FROM page
UNION ALL
SELECT 'counted', '', '', '', '', '', (SELECT count(*) FROM stocked), (SELECT COALESCE(sum(rows), 0)::bigint FROM entered)
UNION ALL
SELECT 'record', '', '', '', '', '', record, NULL FROM record WHERE $3 <> '' OR $4 <> ''
UNION ALL
SELECT 'difference', what, variant, warehouse, order_id, line,
       greatest(least(expected, 9223372036854775807), -9223372036854775808)::bigint,
       greatest(least(found, 9223372036854775807), -9223372036854775808)::bigint
FROM found WHERE expected IS DISTINCT FROM found

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

-- name: verify_order_page
-- How many orders there are after $2, and the last of them: at most $3. Those in which the seller $4 has a part ('' all).
SELECT count(*), COALESCE(max(order_id), '')
FROM ((SELECT key AS order_id FROM calls WHERE $4 = '' AND marketplace = $1 AND key > $2 AND scope = 'order' ORDER BY key LIMIT $3::bigint)
      UNION ALL
      (SELECT DISTINCT order_id FROM parts WHERE $4 <> '' AND marketplace = $1 AND order_id > $2 AND seller = $4
       ORDER BY order_id LIMIT $3::bigint)) AS page

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
