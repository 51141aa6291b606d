-- name: fulfillments
-- Those of the orders ($2), a row for each line.
SELECT f.order_id, f.fulfillment, f.warehouse, f.undone, to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), l.line, l.quantity
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT * FROM fulfillments f WHERE f.marketplace = $1 AND f.order_id = orders.order_id OFFSET 0) AS f
CROSS JOIN LATERAL unnest(f.lines, f.quantities) WITH ORDINALITY AS l (line, quantity, place)
ORDER BY f.order_id, f.fulfillment, l.place
