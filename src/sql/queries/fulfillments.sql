-- name: fulfillments
-- A row for each line.
SELECT f.fulfillment, f.warehouse, f.undone, to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.line, l.quantity
FROM fulfillments f CROSS JOIN LATERAL unnest(f.lines, f.quantities) WITH ORDINALITY AS l (line, quantity, place)
WHERE f.marketplace = $1 AND f.order_id = $2 ORDER BY f.fulfillment, l.place
