-- name: backordered_at
SELECT warehouse, least(sum(backordered), 9223372036854775807)::bigint FROM stock
WHERE marketplace = $1 AND warehouse = ANY ($2::text[]) AND backordered > 0
GROUP BY warehouse
