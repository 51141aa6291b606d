-- name: catalog_thresholds
-- Those of the products $2 at the warehouses $3. Written so, the warehouses are hashed: each may stand there many times.
SELECT t.product, t.warehouse, t.mode, t.threshold
FROM (SELECT DISTINCT unnest($2::text[]) AS product) AS named
CROSS JOIN LATERAL (SELECT * FROM product_thresholds t WHERE t.marketplace = $1 AND t.product = named.product
                    AND (t.warehouse IN (SELECT unnest($3::text[]) COLLATE "C")) IS TRUE OFFSET 0) AS t
