-- name: read_stock
-- Every stock record of the variants ($2) and of the products' variants ($3), in load's rows, and the variants that have none; those
-- named by both twice. Nothing is locked. Warehouses are few: they are looked up once for all records.
WITH asked AS (
    SELECT variant COLLATE "C" AS variant FROM unnest($2::text[]) AS named (variant)
    UNION ALL
    SELECT v.variant FROM unnest($3::text[]) AS named (product)
    CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 COLLATE "POSIX" AND v.product = named.product OFFSET 0) AS v
), record AS MATERIALIZED (
    SELECT asked.variant AS id, s.warehouse, s.own_mode, s.product_mode, s.product, s.seller, s.variant_policy, s.product_policy,
           s.on_hand, s.allocated, s.backordered, s.threshold, s.product_threshold, s.record
    FROM asked
    LEFT JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = asked.variant OFFSET 0) AS s ON true
)
SELECT 'record' AS kind, id, warehouse, own_mode, product_mode, product, seller, variant_policy, product_policy,
       on_hand, allocated, backordered, threshold, product_threshold, record, NULL::boolean AS flag
FROM record
WHERE warehouse IS NOT NULL
UNION ALL
SELECT 'variant', id, NULL, NULL, NULL, v.product, p.seller, v.policy, p.policy, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM record
CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = record.id OFFSET 0) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
WHERE record.warehouse IS NULL
UNION ALL
SELECT 'warehouse', NULL, w.warehouse, w.owner, NULL, NULL, NULL, NULL, NULL, w.priority, NULL, NULL, NULL, NULL, NULL, w.active
FROM (SELECT DISTINCT warehouse FROM record) AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'marketplace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
