-- name: read_stock
-- Every stock record of the variants ($2) and of the products' variants ($3), in load's rows; nothing is locked. Warehouses are few:
-- they are looked up once for all records.
WITH asked AS MATERIALIZED (
    SELECT variant COLLATE "C" AS variant FROM unnest($2::text[]) AS named (variant)
    UNION
    SELECT v.variant FROM variants v WHERE v.marketplace = $1 COLLATE "POSIX" AND v.product = ANY ($3::text[])
), record AS MATERIALIZED (
    SELECT s.*
    FROM asked CROSS JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = asked.variant OFFSET 0) AS s
)
SELECT 'warehouse' AS kind, NULL AS id, w.warehouse, NULL AS mode, NULL AS product_mode, w.owner, NULL::bigint AS on_hand,
       NULL::bigint AS allocated, NULL::bigint AS backordered, NULL::bigint AS threshold, NULL::bigint AS product_threshold,
       NULL::bigint AS record, w.priority, w.active AS flag
FROM (SELECT DISTINCT warehouse FROM record) AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'record', variant, warehouse, mode, product_mode, NULL, on_hand, allocated, backordered, threshold, product_threshold, record, NULL, NULL
FROM record
UNION ALL
SELECT 'variant', asked.variant, v.product, v.seller, v.variant_policy, v.product_policy, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM asked
CROSS JOIN LATERAL (SELECT v.product, p.seller, v.policy AS variant_policy, p.policy AS product_policy
                    FROM variants v
                    CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
                    WHERE v.marketplace = $1 AND v.variant = asked.variant OFFSET 0) AS v
UNION ALL
SELECT 'marketplace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
