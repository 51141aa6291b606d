-- name: read_stock
-- Every stock record of the variants ($2) and of the products' variants ($3), in load's columns; nothing is locked.
WITH asked AS MATERIALIZED (
    SELECT variant FROM unnest($2::text[]) AS named (variant)
    UNION
    SELECT v.variant FROM unnest($3::text[]) AS named (product)
    JOIN variants v ON v.marketplace = $1 AND v.product = named.product
)
SELECT a.variant, v.product, p.seller, v.policy, p.policy,
       w.warehouse, w.owner, w.priority, w.active,
       s.on_hand, s.allocated, s.backordered, s.mode, s.threshold, t.mode, t.threshold,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
FROM asked a
LEFT JOIN variants v ON v.marketplace = $1 AND v.variant = a.variant
LEFT JOIN products p ON p.marketplace = $1 AND p.product = v.product
LEFT JOIN stock s ON s.marketplace = $1 AND s.variant = a.variant
LEFT JOIN warehouses w ON w.marketplace = $1 AND w.warehouse = s.warehouse
LEFT JOIN product_thresholds t ON t.marketplace = $1 AND t.product = v.product AND t.warehouse = s.warehouse
