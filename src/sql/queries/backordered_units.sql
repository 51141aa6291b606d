-- name: backordered_units
SELECT COALESCE(least(sum(backordered), 9223372036854775807), 0)::bigint FROM stock WHERE marketplace = $1
