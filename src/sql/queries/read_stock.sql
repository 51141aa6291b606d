-- name: read_stock
-- Every stock record of the variants ($2) and of the products' variants ($3), in load's columns; nothing is locked.
WITH asked AS MATERIALIZED (
    SELECT variant FROM unnest($2::text[]) AS named (variant)
    UNION
    SELECT v.variant FROM variants v WHERE v.marketplace = $1 AND v.product = ANY ($3::text[])
)
SELECT a.variant, v.product, v.seller, v.variant_policy, v.product_policy, w.warehouse, w.owner, w.priority, w.active,
       s.on_hand, s.allocated, s.backordered, s.mode, s.threshold, s.product_mode, s.product_threshold,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
FROM asked a
LEFT JOIN LATERAL (SELECT v.product, p.seller, v.policy AS variant_policy, p.policy AS product_policy
                   FROM variants v
                   CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
                   WHERE v.marketplace = $1 AND v.variant = a.variant OFFSET 0) AS v ON true
LEFT JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = a.variant OFFSET 0) AS s ON true
LEFT JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = s.warehouse OFFSET 0) AS w ON true
