-- name: backordered_units
-- $2 seller ('' all).
SELECT least(COALESCE(sum(s.backordered), 0), 9223372036854775807)::bigint FROM stock s
WHERE s.marketplace = $1 AND s.backordered > 0 AND ($2 = '' OR s.seller = $2)
