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

-- name: backordered_units
-- $2 seller ('' all).
SELECT least(COALESCE(sum(s.backordered), 0), 9223372036854775807)::bigint FROM stock s
WHERE s.marketplace = $1 AND s.backordered > 0 AND ($2 = '' OR s.seller = $2)

-- name: backordered_at
SELECT s.warehouse, least(sum(s.backordered), 9223372036854775807)::bigint FROM stock s
WHERE s.marketplace = $1 AND s.backordered > 0 AND (s.warehouse IN (SELECT unnest($2::text[]) COLLATE "C")) IS TRUE
GROUP BY s.warehouse

-- name: ledger
-- $2 variant, $3 warehouse, $4 order, $5 seller ('' any), $6 after this sequence, $7 limit. Of each stock record no more than a page
-- is read. An order's rows are found by the stock records of its parts, from about its placing on: times grow with sequences as far as
-- no transaction lasted, and no clock was set back, for a day.
WITH found AS MATERIALIZED (
    SELECT record, NULL::timestamptz AS since FROM stock
    WHERE $4 = '' AND marketplace = $1 AND variant = $2 AND ($3 = '' OR warehouse = $3) AND ($5 = '' OR seller = $5)
    UNION ALL
    SELECT record, min(since) - interval '1 day' FROM parts
    WHERE $4 <> '' AND marketplace = $1 AND order_id = $4
      AND ($2 = '' OR variant = $2) AND ($3 = '' OR warehouse = $3) AND ($5 = '' OR seller = $5)
    GROUP BY record
)
SELECT l.sequence, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.actor, l.verb, l.variant, l.warehouse,
       l.on_hand, l.allocated, l.backordered, l.order_id, l.line, l.key
FROM found
CROSS JOIN LATERAL (
    -- low: a row before the time, or 0; behind high there is none. The first one between them halves what is left.
    WITH RECURSIVE halved (low, high) AS (
        SELECT $6::bigint, CASE WHEN $4 <> '' THEN (SELECT max(e.sequence) FROM ledger e WHERE e.marketplace = $1 AND e.record = found.record) END
        UNION ALL
        SELECT CASE WHEN early THEN sequence ELSE low END, CASE WHEN early THEN high ELSE (low + high) / 2 END
        FROM halved
        CROSS JOIN LATERAL (SELECT e.sequence, e.at < found.since AS early FROM ledger e
                            WHERE e.marketplace = $1 AND e.record = found.record AND e.sequence > (halved.low + halved.high) / 2
                            ORDER BY e.sequence LIMIT 1) AS middle
        WHERE high - low > 100
    )
    SELECT max(low) AS sequence FROM halved
) AS start
CROSS JOIN LATERAL (SELECT * FROM ledger e
                    WHERE e.marketplace = $1 AND e.record = found.record AND e.sequence > start.sequence AND ($4 = '' OR e.order_id = $4)
                    ORDER BY e.sequence LIMIT $7::bigint) AS l
ORDER BY l.sequence
LIMIT $7::bigint
