-- name: backorders_enabled
SELECT backorders_enabled FROM marketplaces WHERE marketplace = $1

-- name: has_marketplace
SELECT EXISTS (SELECT FROM marketplaces WHERE marketplace = $1) OR EXISTS (SELECT FROM warehouses WHERE marketplace = $1)
    OR EXISTS (SELECT FROM products WHERE marketplace = $1)

-- name: has_seller
-- Only asked of a name that something new could not have: there is no index of sellers.
SELECT EXISTS (SELECT FROM warehouses WHERE marketplace = $1 AND owner = $2)
    OR EXISTS (SELECT FROM products WHERE marketplace = $1 AND seller = $2)

-- name: catalog_products
-- The named products ($2) and those of the named variants ($3).
SELECT p.product, p.seller, p.policy
FROM (SELECT unnest($2::text[]) COLLATE "C" AS product
      UNION
      SELECT v.product FROM unnest($3::text[]) AS named (variant)
      CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = named.variant OFFSET 0) AS v) AS asked
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = asked.product OFFSET 0) AS p

-- name: catalog_variants
-- The named variants ($2) and, if $4, those of the named products ($3).
SELECT v.variant, v.product, p.seller, v.policy, p.policy
FROM (SELECT n.variant, n.product, n.policy FROM unnest($2::text[]) AS named (variant)
      CROSS JOIN LATERAL (SELECT * FROM variants n WHERE n.marketplace = $1 AND n.variant = named.variant OFFSET 0) AS n
      UNION
      SELECT o.variant, o.product, o.policy FROM unnest($3::text[]) AS named (product)
      CROSS JOIN LATERAL (SELECT * FROM variants o
                          WHERE $4::boolean AND o.marketplace = $1 COLLATE "POSIX" AND o.product = named.product OFFSET 0) AS o) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p

-- name: catalog_warehouses
SELECT w.warehouse, w.owner, w.priority, w.active
FROM (SELECT DISTINCT unnest($2::text[]) AS warehouse) AS named
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = named.warehouse OFFSET 0) AS w

-- name: catalog_thresholds
-- Those of the products $2 at the warehouses $3. Written so, the warehouses are hashed: each may stand there many times.
SELECT t.product, t.warehouse, t.mode, t.threshold
FROM (SELECT DISTINCT unnest($2::text[]) AS product) AS named
CROSS JOIN LATERAL (SELECT * FROM product_thresholds t WHERE t.marketplace = $1 AND t.product = named.product
                    AND (t.warehouse IN (SELECT unnest($3::text[]) COLLATE "C")) IS TRUE OFFSET 0) AS t

-- name: list_warehouses
-- Warehouses after $2 that serve seller $3 ('' any), $4 at most, of the next $5. The last row, without owner, tells where the look
-- ended if there may be more.
WITH looked_at AS MATERIALIZED (
    SELECT warehouse, owner, priority, active FROM warehouses WHERE marketplace = $1 AND warehouse > $2 ORDER BY warehouse LIMIT $5::bigint
)
(SELECT warehouse, owner, priority, active FROM looked_at WHERE $3 = '' OR owner = '' OR owner = $3 ORDER BY warehouse LIMIT $4::bigint)
UNION ALL
(SELECT warehouse, NULL, NULL, NULL FROM looked_at ORDER BY warehouse OFFSET $5::bigint - 1)

-- name: list_products
-- Products after $2 of seller $3 ('' any), $4 at most, of the next $5. The last row, without seller, tells where the look ended if
-- there may be more.
WITH looked_at AS MATERIALIZED (
    SELECT product, seller, policy FROM products WHERE marketplace = $1 AND product > $2 ORDER BY product LIMIT $5::bigint
)
(SELECT product, seller, policy FROM looked_at WHERE $3 = '' OR seller = $3 ORDER BY product LIMIT $4::bigint)
UNION ALL
(SELECT product, NULL, NULL FROM looked_at ORDER BY product OFFSET $5::bigint - 1)

-- name: list_variants
-- Variants after $2 of seller $3 ('' any), $4 at most, of the next $5. The last row, without product, tells where the look ended if
-- there may be more.
WITH looked_at AS MATERIALIZED (
    SELECT v.variant, v.product, p.seller, v.policy, p.policy AS product_policy
    FROM (SELECT * FROM variants n WHERE n.marketplace = $1 AND n.variant > $2 ORDER BY n.variant LIMIT $5::bigint) AS v
    CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
)
(SELECT variant, product, seller, policy, product_policy FROM looked_at WHERE $3 = '' OR seller = $3 ORDER BY variant LIMIT $4::bigint)
UNION ALL
(SELECT variant, NULL, NULL, NULL, NULL FROM looked_at ORDER BY variant OFFSET $5::bigint - 1)

-- name: open_orders
-- Orders of which units are allocated or wait (of seller $2, '' any), the oldest after age $3, $4 at most. No index holds orders by
-- age: all that is open is read, and nothing of what is not.
SELECT p.order_id, p.age, to_char(min(p.since) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), max(p.priority),
       count(DISTINCT p.line), least(sum(p.allocated), 9223372036854775807)::bigint, least(sum(p.waiting), 9223372036854775807)::bigint
FROM stock s
CROSS JOIN LATERAL (SELECT * FROM parts o WHERE o.record = s.record AND (o.waiting > 0 OR o.allocated > 0) OFFSET 0) AS p
WHERE s.marketplace = $1 AND (s.backordered > 0 OR s.allocated > 0) AND ($2 = '' OR s.seller = $2) AND p.age > $3::bigint
GROUP BY p.age, p.order_id
ORDER BY p.age
LIMIT $4::bigint
