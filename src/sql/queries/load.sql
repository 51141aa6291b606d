-- name: load
-- Locks the stock records that the calls of a batch touch, in key order, then numbers the calls, and reads what decides.
-- $1 marketplace. The calls: $2, $3 scopes and keys. Records, in key order: $4, $5 variants and warehouses ('': all of the
-- variant). $6 warehouses to be known beside those of the records.
-- Rows of several kinds, see store/stock_rows.cpp. Every look-up is a LATERAL with OFFSET 0: of a marketplace that its
-- statistics do not know yet the planner expects next to nothing, and would compare everything with everything.
-- The arms run one after the other: calls are numbered when all locks are had, and the order of their numbers is the order at
-- each record.
WITH record AS MATERIALIZED (
    SELECT s.*
    FROM unnest($4::text[], $5::text[]) AS asked (variant, warehouse)
    CROSS JOIN LATERAL (SELECT * FROM stock s
                        WHERE s.marketplace = $1 AND s.variant = asked.variant AND (asked.warehouse = '' OR s.warehouse = asked.warehouse)
                        ORDER BY s.warehouse OFFSET 0 FOR UPDATE) AS s
)
SELECT 'record' AS kind, variant, warehouse, own_mode, product_mode, product, seller, variant_policy, product_policy,
       on_hand, allocated, backordered, threshold, product_threshold, record, NULL::boolean AS flag
FROM record
UNION ALL
SELECT 'warehouse', NULL, w.warehouse, w.owner, NULL, NULL, NULL, NULL, NULL, w.priority, NULL, NULL, NULL, NULL, NULL, w.active
FROM (SELECT warehouse FROM record UNION SELECT unnest($6::text[]) COLLATE "C") AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w
UNION ALL
SELECT 'call', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, nextval('call_sequence'), NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT true FROM calls c WHERE c.marketplace = $1 AND c.scope = asking.scope AND c.key = asking.key LIMIT 1), false)
FROM unnest($2::text[], $3::text[]) AS asking (scope, key)
UNION ALL
SELECT 'marketplace', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       COALESCE((SELECT m.backorders_enabled FROM marketplaces m WHERE m.marketplace = $1), false)
