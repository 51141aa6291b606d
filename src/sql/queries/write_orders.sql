-- name: write_orders
-- What the calls of a batch change in orders placed before it. $1 marketplace. Parts after, those that are there ($15) and new
-- ones, as old as their order: $2..$14. Fulfilments, a row for each line: $16..$21.
WITH moved AS (
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, record, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT $1, a.order_id, a.line, a.warehouse, a.variant, a.seller, a.record, a.line_number, a.priority, a.age,
           CASE WHEN a.stored THEN now()
                ELSE COALESCE((SELECT o.at FROM calls o WHERE o.marketplace = $1 AND o.scope = 'order' AND o.key = a.order_id), now()) END,
           a.allocated, a.waiting, a.shipped, a.cancelled
    FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[],
                $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::boolean[])
        AS a (order_id, line, warehouse, variant, seller, record, line_number, priority, age, allocated, waiting, shipped, cancelled, stored)
    ON CONFLICT (marketplace, order_id, line, warehouse) DO UPDATE
        SET allocated = EXCLUDED.allocated, waiting = EXCLUDED.waiting, shipped = EXCLUDED.shipped, cancelled = EXCLUDED.cancelled
)
INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities, undone)
SELECT $1, a.order_id, a.fulfillment, a.warehouse, array_agg(a.line ORDER BY a.place), array_agg(a.quantity ORDER BY a.place), a.undone
FROM unnest($16::text[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::bigint[])
    WITH ORDINALITY AS a (order_id, fulfillment, warehouse, undone, line, quantity, place)
GROUP BY a.order_id, a.fulfillment, a.warehouse, a.undone
ON CONFLICT (marketplace, order_id, fulfillment) DO UPDATE SET undone = EXCLUDED.undone
