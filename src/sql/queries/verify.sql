-- name: verify
-- Every place where the rows contradict each other: $1 marketplace, $2 seller ('' all).
WITH mine AS MATERIALIZED (
    SELECT v.variant FROM variants v JOIN products p ON p.marketplace = v.marketplace AND p.product = v.product
    WHERE v.marketplace = $1 AND ($2 = '' OR p.seller = $2)
    UNION
    SELECT variant FROM parts WHERE marketplace = $1 AND $2 = ''
    UNION
    SELECT variant FROM ledger WHERE marketplace = $1 AND $2 = ''
), record AS (
    SELECT s.* FROM stock s JOIN mine USING (variant) WHERE s.marketplace = $1
), part AS (
    SELECT p.* FROM parts p JOIN mine USING (variant) WHERE p.marketplace = $1
), entry AS (
    SELECT l.* FROM ledger l JOIN mine USING (variant) WHERE l.marketplace = $1
), entered AS (
    SELECT variant, warehouse, sum(on_hand) AS on_hand, sum(allocated) AS allocated, sum(backordered) AS backordered
    FROM entry GROUP BY variant, warehouse
), promised AS (
    SELECT variant, warehouse, sum(allocated) AS allocated, sum(waiting) AS waiting FROM part GROUP BY variant, warehouse
), entered_for_part AS (
    SELECT variant, warehouse, order_id, line, sum(allocated) AS allocated, sum(backordered) AS backordered
    FROM entry WHERE order_id <> '' GROUP BY variant, warehouse, order_id, line
), asked AS (
    SELECT c.key AS order_id, l ->> 'line' AS line, l ->> 'variant' AS variant, (l ->> 'quantity')::numeric AS quantity
    FROM calls c CROSS JOIN LATERAL json_array_elements(c.body::json -> 'lines') AS l
    WHERE c.marketplace = $1 AND c.scope = 'order' AND l ->> 'variant' IN (SELECT variant FROM mine)
), spread AS (
    SELECT order_id, line, variant, sum(allocated + waiting + shipped + cancelled) AS quantity FROM part
    GROUP BY order_id, line, variant
), sent AS (
    SELECT f.order_id, u.line, f.warehouse, sum(u.quantity) AS shipped
    FROM fulfillments f CROSS JOIN LATERAL unnest(f.lines, f.quantities) AS u (line, quantity)
    WHERE f.marketplace = $1 AND f.undone = '' GROUP BY f.order_id, u.line, f.warehouse
), found AS (
    SELECT 'ledger on_hand' AS what, variant, warehouse, '' AS order_id, '' AS line,
           COALESCE(e.on_hand, 0) AS expected, COALESCE(r.on_hand, 0) AS found
    FROM record r FULL JOIN entered e USING (variant, warehouse)
    UNION ALL
    SELECT 'ledger allocated', variant, warehouse, '', '', COALESCE(e.allocated, 0), COALESCE(r.allocated, 0)
    FROM record r FULL JOIN entered e USING (variant, warehouse)
    UNION ALL
    SELECT 'ledger backordered', variant, warehouse, '', '', COALESCE(e.backordered, 0), COALESCE(r.backordered, 0)
    FROM record r FULL JOIN entered e USING (variant, warehouse)
    UNION ALL
    SELECT 'parts allocated', variant, warehouse, '', '', COALESCE(p.allocated, 0), COALESCE(r.allocated, 0)
    FROM record r FULL JOIN promised p USING (variant, warehouse)
    UNION ALL
    SELECT 'parts waiting', variant, warehouse, '', '', COALESCE(p.waiting, 0), COALESCE(r.backordered, 0)
    FROM record r FULL JOIN promised p USING (variant, warehouse)
    UNION ALL
    SELECT 'part allocated', variant, warehouse, order_id, line, COALESCE(e.allocated, 0), COALESCE(p.allocated, 0)
    FROM part p FULL JOIN entered_for_part e USING (variant, warehouse, order_id, line)
    UNION ALL
    SELECT 'part waiting', variant, warehouse, order_id, line, COALESCE(e.backordered, 0), COALESCE(p.waiting, 0)
    FROM part p FULL JOIN entered_for_part e USING (variant, warehouse, order_id, line)
    UNION ALL
    SELECT 'line quantity', variant, '', order_id, line, COALESCE(a.quantity, 0), COALESCE(s.quantity, 0)
    FROM asked a FULL JOIN spread s USING (order_id, line, variant)
    UNION ALL
    SELECT 'shipped', COALESCE(p.variant, ''), warehouse, order_id, line, COALESCE(s.shipped, 0), COALESCE(p.shipped, 0)
    FROM part p FULL JOIN sent s USING (order_id, line, warehouse)
    WHERE $2 = '' OR p.order_id IS NOT NULL
    UNION ALL
    SELECT 'product threshold', r.variant, r.warehouse, '', '', COALESCE(t.threshold, 0), r.product_threshold
    FROM record r
    JOIN variants v ON v.marketplace = $1 AND v.variant = r.variant
    LEFT JOIN product_thresholds t ON t.marketplace = $1 AND t.product = v.product AND t.warehouse = r.warehouse
    UNION ALL
    SELECT 'product threshold mode', r.variant, r.warehouse, '', '', 1, (r.product_mode = COALESCE(t.mode, 'inherit'))::integer
    FROM record r
    JOIN variants v ON v.marketplace = $1 AND v.variant = r.variant
    LEFT JOIN product_thresholds t ON t.marketplace = $1 AND t.product = v.product AND t.warehouse = r.warehouse
    UNION ALL
    SELECT 'record says what its variant and product say', r.variant, r.warehouse, '', '', 1,
           ((r.product, r.seller, r.variant_policy, r.product_policy) = (v.product, p.seller, v.policy, p.policy))::integer
    FROM record r
    JOIN variants v ON v.marketplace = $1 AND v.variant = r.variant
    JOIN products p ON p.marketplace = $1 AND p.product = v.product
    UNION ALL
    SELECT 'record number', variant, warehouse, order_id, line, r.record, p.record FROM part p JOIN record r USING (variant, warehouse)
    UNION ALL
    SELECT 'record number', variant, warehouse, '', '', r.record, e.record
    FROM (SELECT DISTINCT variant, warehouse, record FROM entry) AS e JOIN record r USING (variant, warehouse)
    UNION ALL
    SELECT 'free while someone waits', variant, warehouse, '', '', 0, least(on_hand - allocated, backordered) FROM record
)
SELECT what, variant, warehouse, order_id, line,
       greatest(least(expected, 9223372036854775807), -9223372036854775808)::bigint,
       greatest(least(found, 9223372036854775807), -9223372036854775808)::bigint
FROM found WHERE expected IS DISTINCT FROM found
ORDER BY what, variant, warehouse, order_id, line
