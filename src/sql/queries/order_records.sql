-- name: order_records
-- The stock records where orders ($2) have parts, and those of order lines' variants at warehouses ($3, $4, $5).
SELECT part.variant, part.warehouse
FROM unnest($2::text[]) AS orders (order_id)
CROSS JOIN LATERAL (SELECT p.variant, p.warehouse FROM parts p
                    WHERE p.marketplace = $1 AND p.order_id = orders.order_id OFFSET 0) AS part
UNION
SELECT part.variant, lines.warehouse COLLATE "C"
FROM unnest($3::text[], $4::text[], $5::text[]) AS lines (order_id, line, warehouse)
CROSS JOIN LATERAL (SELECT p.variant FROM parts p
                    WHERE p.marketplace = $1 AND p.order_id = lines.order_id AND p.line = lines.line OFFSET 0) AS part
