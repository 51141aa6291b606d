-- name: load_orders
-- The parts of the orders ($2).
SELECT p.order_id, p.line, p.warehouse, p.variant, p.seller, p.line_number, p.priority, p.age, p.allocated, p.waiting, p.shipped, p.cancelled
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT * FROM parts p WHERE p.marketplace = $1 AND p.order_id = orders.order_id OFFSET 0) AS p
