-- name: list_products
-- Products after $2 of seller $3 ('' any), $4 at most, of the next $5. The last row, without seller, tells where the look ended if
-- there may be more.
WITH looked_at AS MATERIALIZED (
    SELECT product, seller, policy FROM products WHERE marketplace = $1 AND product > $2 ORDER BY product LIMIT $5::bigint
)
(SELECT product, seller, policy FROM looked_at WHERE $3 = '' OR seller = $3 ORDER BY product LIMIT $4::bigint)
UNION ALL
(SELECT product, NULL, NULL FROM looked_at ORDER BY product OFFSET $5::bigint - 1)
