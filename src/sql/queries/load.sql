-- name: load
-- Locks the asked stock records, and those of the asked order lines' parts, in key order, and reads what decides about
-- them, and whether the call is recorded already. $1 marketplace; $2, $3 scope and key of the call; $4, $5 variants and
-- warehouses ('': all with a record); $6, $7, $8 orders, lines ('': all) and warehouses where they may hold nothing yet
-- ('': none).
WITH asked AS MATERIALIZED (
    SELECT variant, warehouse FROM unnest($4::text[], $5::text[]) AS stock_keys (variant, warehouse)
    UNION
    SELECT p.variant, place.warehouse
    FROM unnest($6::text[], $7::text[], $8::text[]) AS lines (order_id, line, also_at)
    JOIN parts p ON p.marketplace = $1 AND p.order_id = lines.order_id AND (lines.line = '' OR p.line = lines.line)
    CROSS JOIN LATERAL (VALUES (p.warehouse), (lines.also_at)) AS place (warehouse)
    WHERE place.warehouse <> ''
), locked AS MATERIALIZED (
    SELECT s.variant, s.warehouse, s.on_hand, s.allocated, s.backordered, s.mode, s.threshold
    FROM asked a
    JOIN stock s ON s.marketplace = $1 AND s.variant = a.variant AND (a.warehouse = '' OR s.warehouse = a.warehouse)
    ORDER BY s.variant, s.warehouse
    FOR UPDATE OF s
)
SELECT a.variant, v.product, p.seller, v.policy, p.policy,
       w.warehouse, w.owner, w.priority, w.active,
       l.on_hand, l.allocated, l.backordered, l.mode, l.threshold, t.mode, t.threshold,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false),
       EXISTS (SELECT FROM calls c WHERE c.marketplace = $1 AND c.scope = $2 AND c.key = $3)
FROM asked a
LEFT JOIN variants v ON v.marketplace = $1 AND v.variant = a.variant
LEFT JOIN products p ON p.marketplace = $1 AND p.product = v.product
LEFT JOIN locked l ON l.variant = a.variant AND (a.warehouse = '' OR l.warehouse = a.warehouse)
LEFT JOIN warehouses w ON w.marketplace = $1 AND w.warehouse = CASE a.warehouse WHEN '' THEN l.warehouse ELSE a.warehouse END
LEFT JOIN product_thresholds t ON t.marketplace = $1 AND t.product = v.product AND t.warehouse = w.warehouse
