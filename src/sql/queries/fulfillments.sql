-- name: fulfillments
SELECT fulfillment, warehouse, array_to_json(lines), array_to_json(quantities), undone,
       to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM fulfillments WHERE marketplace = $1 AND order_id = $2 ORDER BY fulfillment
