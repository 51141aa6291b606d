-- name: backordered_at
SELECT s.warehouse, least(sum(s.backordered), 9223372036854775807)::bigint FROM stock s
WHERE s.marketplace = $1 AND s.backordered > 0 AND (s.warehouse IN (SELECT unnest($2::text[]) COLLATE "C")) IS TRUE
GROUP BY s.warehouse
