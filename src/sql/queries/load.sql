-- name: load
-- Locks the stock records that the calls of a batch touch, in key order, then numbers the calls, and reads what decides.
-- $1 marketplace. The calls: $2, $3 scopes and keys. Records, in key order: $4, $5 variants and warehouses ('': all of the
-- variant). $6 variants, $7 warehouses to be known wherever there is no record.
-- Rows of several kinds, see store/stock_rows.cpp. Every look-up is a LATERAL with OFFSET 0: of a marketplace that its
-- statistics do not know yet the planner expects next to nothing, and would compare everything with everything.
-- The arms run one after the other: calls are numbered when all locks are had, and the order of their numbers is the order at
-- each record.
SELECT 'record' AS kind, s.variant AS id, s.warehouse, s.mode, s.product_mode, w.owner, s.on_hand, s.allocated, s.backordered,
       s.threshold, s.product_threshold, s.record, w.priority, w.active AS flag
FROM unnest($4::text[], $5::text[]) AS asked (variant, warehouse)
CROSS JOIN LATERAL (SELECT * FROM stock s
                    WHERE s.marketplace = $1 AND s.variant = asked.variant AND (asked.warehouse = '' OR s.warehouse = asked.warehouse)
                    ORDER BY s.warehouse OFFSET 0 FOR UPDATE) AS s
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = s.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'variant', v.variant, v.product, v.seller, v.variant_policy, v.product_policy, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM unnest($6::text[]) AS asked (variant)
CROSS JOIN LATERAL (SELECT v.variant, v.product, p.seller, v.policy AS variant_policy, p.policy AS product_policy
                    FROM variants v
                    CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
                    WHERE v.marketplace = $1 AND v.variant = asked.variant OFFSET 0) AS v
UNION ALL
SELECT 'warehouse', NULL, w.warehouse, NULL, NULL, w.owner, NULL, NULL, NULL, NULL, NULL, NULL, w.priority, w.active
FROM unnest($7::text[]) AS asked (warehouse)
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = asked.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'call', NULL, NULL, NULL, NULL, NULL, nextval('call_sequence'), NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT true FROM calls c WHERE c.marketplace = $1 AND c.scope = asking.scope AND c.key = asking.key LIMIT 1), false)
FROM unnest($2::text[], $3::text[]) AS asking (scope, key)
UNION ALL
SELECT 'marketplace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
