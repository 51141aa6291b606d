-- name: load
-- Locks the asked stock records, and those of the asked order lines' parts, in key order, and reads what decides about
-- them, and whether the call is recorded already. $1 marketplace; $2, $3 scope and key of the call; $4, $5 variants and
-- warehouses ('': all with a record); $6, $7, $8 orders, lines ('': all) and warehouses where they may hold nothing yet
-- ('': none). A record comes with all that is known of it; after the records, what is known of variants and warehouses.
-- Every look-up is a LATERAL with OFFSET 0: of a marketplace that its statistics do not know yet the planner expects next to
-- nothing, and would compare everything with everything.
WITH asked AS MATERIALIZED (
    SELECT variant, warehouse FROM unnest($4::text[], $5::text[]) AS stock_keys (variant, warehouse)
    UNION
    SELECT part.variant, part.warehouse
    FROM unnest($6::text[], $7::text[], $8::text[]) AS lines (order_id, line, also_at)
    CROSS JOIN LATERAL (SELECT p.variant, p.warehouse FROM parts p
                        WHERE p.marketplace = $1 AND p.order_id = lines.order_id OFFSET 0) AS part
    WHERE lines.line = ''
    UNION
    SELECT part.variant, place.warehouse
    FROM unnest($6::text[], $7::text[], $8::text[]) AS lines (order_id, line, also_at)
    CROSS JOIN LATERAL (SELECT p.variant, p.warehouse FROM parts p
                        WHERE p.marketplace = $1 AND p.order_id = lines.order_id AND p.line = lines.line OFFSET 0) AS part
    CROSS JOIN LATERAL (VALUES (part.warehouse), (lines.also_at)) AS place (warehouse)
    WHERE lines.line <> '' AND place.warehouse <> ''
    ORDER BY 1, 2
), locked AS MATERIALIZED (
    SELECT s.variant, s.warehouse, s.on_hand, s.allocated, s.backordered, s.mode, s.threshold,
           s.product_mode, s.product_threshold
    FROM asked a
    CROSS JOIN LATERAL (SELECT * FROM stock s
                        WHERE s.marketplace = $1 AND s.variant = a.variant AND (a.warehouse = '' OR s.warehouse = a.warehouse)
                        ORDER BY s.warehouse OFFSET 0 FOR UPDATE) AS s
), found AS (
    SELECT * FROM locked
    UNION ALL
    SELECT variant, warehouse, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM asked
)
SELECT f.variant, v.product, v.seller, v.variant_policy, v.product_policy, w.warehouse, w.owner, w.priority, w.active,
       f.on_hand, f.allocated, f.backordered, f.mode, f.threshold, f.product_mode, f.product_threshold,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false),
       EXISTS (SELECT FROM calls c WHERE c.marketplace = $1 AND c.scope = $2 AND c.key = $3)
FROM found f
LEFT JOIN LATERAL (SELECT v.product, p.seller, v.policy AS variant_policy, p.policy AS product_policy
                   FROM variants v
                   CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
                   WHERE v.marketplace = $1 AND v.variant = f.variant OFFSET 0) AS v ON true
LEFT JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = f.warehouse OFFSET 0) AS w ON true
