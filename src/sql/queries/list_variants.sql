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
