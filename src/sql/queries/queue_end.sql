-- name: queue_end
-- The stock record in place $4, counted from 0, from ($2, $3) on.
SELECT variant, warehouse FROM stock
WHERE marketplace = $1 AND (variant, warehouse) >= ($2, $3)
ORDER BY variant, warehouse
LIMIT 1 OFFSET $4::bigint
