-- name: lock_marketplace
-- Its settings, as they are until this transaction ends.
INSERT INTO marketplaces (marketplace, backorders_enabled) VALUES ($1, false)
ON CONFLICT (marketplace) DO UPDATE SET backorders_enabled = marketplaces.backorders_enabled
RETURNING backorders_enabled

-- name: lock_warehouses
SELECT w.warehouse
FROM (SELECT DISTINCT unnest($2::text[]) COLLATE "C" AS warehouse ORDER BY warehouse) AS asked
CROSS JOIN LATERAL (SELECT * FROM warehouses w WHERE w.marketplace = $1 AND w.warehouse = asked.warehouse OFFSET 0 FOR UPDATE) AS w

-- name: lock_products
-- The named products ($2) and those of the named variants ($3), in the global order.
SELECT p.product
FROM (SELECT unnest($2::text[]) COLLATE "C" AS product
      UNION
      SELECT v.product FROM unnest($3::text[]) AS named (variant)
      CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = named.variant OFFSET 0) AS v
      ORDER BY product) AS asked
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = asked.product OFFSET 0 FOR UPDATE) AS p

-- name: set_backorders_enabled
INSERT INTO marketplaces (marketplace, backorders_enabled) VALUES ($1, $2::boolean)
ON CONFLICT (marketplace) DO UPDATE SET backorders_enabled = EXCLUDED.backorders_enabled

-- name: put_products
INSERT INTO products (marketplace, product, seller)
SELECT $1, a.product, a.seller FROM unnest($2::text[], $3::text[]) AS a (product, seller) ORDER BY a.product

-- name: put_variants
-- A new variant of a product that has thresholds is stocked where they are, so that it can be backordered there.
WITH added AS (
    INSERT INTO variants (marketplace, variant, product)
    SELECT $1, a.variant, a.product FROM unnest($2::text[], $3::text[]) AS a (variant, product) ORDER BY a.variant
    RETURNING variant, product, policy
)
INSERT INTO stock (marketplace, variant, warehouse, product, seller, variant_policy, product_policy, product_mode, product_threshold)
SELECT $1, added.variant, t.warehouse, added.product, p.seller, added.policy, p.policy, t.mode, t.threshold
FROM added
CROSS JOIN LATERAL (SELECT * FROM product_thresholds t WHERE t.marketplace = $1 AND t.product = added.product OFFSET 0) AS t
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = added.product OFFSET 0) AS p
ORDER BY added.variant, t.warehouse

-- name: put_warehouses
-- Known ones are locked and of that owner: inserting finds them by their key. One that is not known but there fails, as another has
-- made it meanwhile, and the call is tried again.
WITH wanted AS (
    SELECT a.warehouse, a.owner, a.priority, a.active, a.known
    FROM unnest($2::text[], $3::text[], $4::bigint[], $5::boolean[], $6::boolean[]) AS a (warehouse, owner, priority, active, known)
), changed AS (
    INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
    SELECT $1, a.warehouse, a.owner, a.priority, a.active FROM wanted a WHERE a.known
    ON CONFLICT (marketplace, warehouse) DO UPDATE SET priority = EXCLUDED.priority, active = EXCLUDED.active
)
INSERT INTO warehouses (marketplace, warehouse, owner, priority, active)
SELECT $1, a.warehouse, a.owner, a.priority, a.active FROM wanted a WHERE NOT a.known ORDER BY a.warehouse

-- name: set_product_policy
-- The products are locked, and so are the stock records of their variants. Inserting finds each row by its key, where an update that
-- joins could scan the marketplace.
WITH changed AS (
    INSERT INTO products (marketplace, product, seller, policy)
    SELECT $1, p.product, p.seller, $2
    FROM unnest($3::text[]) AS asked (product)
    CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = asked.product OFFSET 0) AS p
    ON CONFLICT (marketplace, product) DO UPDATE SET policy = EXCLUDED.policy
)
INSERT INTO stock (marketplace, variant, warehouse, product_policy)
SELECT $1, s.variant, s.warehouse, $2
FROM unnest($3::text[]) AS asked (product)
CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 COLLATE "POSIX" AND v.product = asked.product OFFSET 0) AS v
CROSS JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = v.variant OFFSET 0) AS s
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE SET product_policy = EXCLUDED.product_policy

-- name: set_variant_policy
-- The stock records of the variants are locked; see set_product_policy.
WITH changed AS (
    INSERT INTO variants (marketplace, variant, product, policy)
    SELECT $1, v.variant, v.product, $2
    FROM unnest($3::text[]) AS asked (variant)
    CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = asked.variant OFFSET 0) AS v
    ON CONFLICT (marketplace, variant) DO UPDATE SET policy = EXCLUDED.policy
)
INSERT INTO stock (marketplace, variant, warehouse, variant_policy)
SELECT $1, s.variant, s.warehouse, $2
FROM unnest($3::text[]) AS asked (variant)
CROSS JOIN LATERAL (SELECT * FROM stock s WHERE s.marketplace = $1 AND s.variant = asked.variant OFFSET 0) AS s
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE SET variant_policy = EXCLUDED.variant_policy

-- name: set_thresholds
-- $2..$7 stock records, their own modes and thresholds and their products'; $8..$11 products, warehouses, modes, thresholds.
WITH of_products AS (
    INSERT INTO product_thresholds (marketplace, product, warehouse, mode, threshold)
    SELECT $1, a.product, a.warehouse, a.mode, a.threshold
    FROM unnest($8::text[], $9::text[], $10::text[], $11::bigint[]) AS a (product, warehouse, mode, threshold)
    ORDER BY a.product, a.warehouse
    ON CONFLICT (marketplace, product, warehouse) DO UPDATE SET mode = EXCLUDED.mode, threshold = EXCLUDED.threshold
)
INSERT INTO stock (marketplace, variant, warehouse, own_mode, threshold, product_mode, product_threshold)
SELECT $1, a.variant, a.warehouse, a.mode, a.threshold, a.product_mode, a.product_threshold
FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bigint[])
    AS a (variant, warehouse, mode, threshold, product_mode, product_threshold)
ON CONFLICT (marketplace, variant, warehouse) DO UPDATE
    SET own_mode = EXCLUDED.own_mode, threshold = EXCLUDED.threshold,
        product_mode = EXCLUDED.product_mode, product_threshold = EXCLUDED.product_threshold
