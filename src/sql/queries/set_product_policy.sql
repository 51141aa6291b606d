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
