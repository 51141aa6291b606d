-- name: verify_counts
-- $2 seller ('' all).
WITH mine AS (
    SELECT v.variant FROM variants v JOIN products p ON p.marketplace = v.marketplace AND p.product = v.product
    WHERE v.marketplace = $1 AND ($2 = '' OR p.seller = $2)
)
SELECT (SELECT count(*) FROM stock s WHERE s.marketplace = $1 AND s.variant IN (SELECT variant FROM mine)),
       (SELECT count(*) FROM parts p WHERE p.marketplace = $1 AND p.variant IN (SELECT variant FROM mine)),
       (SELECT count(*) FROM ledger l WHERE l.marketplace = $1 AND l.variant IN (SELECT variant FROM mine))
