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
