-- name: write_orders
-- What the calls of a batch change in orders placed before it. $1 marketplace. Parts that are there, after: $2..$8. New parts, as old
-- as their order: $9..$21. Fulfilments, a row for each line: $22..$27.
-- A part is found by its key and changed in its place: joined to the table by the key itself, or by what an index begins with, it could
-- be read whole. One that is not there, or was moved by somebody without its record's lock, fails the statement: 22012, by which
-- store/engine/failure.cpp knows it, so no other statement divides.
WITH moved AS (
    UPDATE parts p
    SET allocated = a.allocated, waiting = a.waiting, shipped = a.shipped, cancelled = a.cancelled
    FROM (SELECT unnest($2::text[]) AS order_id, unnest($3::text[]) AS line, unnest($4::text[]) AS warehouse, unnest($5::bigint[]) AS allocated,
                 unnest($6::bigint[]) AS waiting, unnest($7::bigint[]) AS shipped, unnest($8::bigint[]) AS cancelled) AS a
    CROSS JOIN LATERAL (SELECT t.ctid AS place FROM parts t
                        WHERE t.marketplace = $1 AND t.order_id = a.order_id AND t.line = a.line AND t.warehouse = a.warehouse OFFSET 0) AS known
    WHERE p.marketplace = $1 COLLATE "POSIX" AND p.ctid = known.place
    RETURNING 1
), added AS (
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, record, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT $1, a.order_id, a.line, a.warehouse, a.variant, a.seller, a.record, a.line_number, a.priority, a.age,
           COALESCE((SELECT o.at FROM calls o WHERE o.marketplace = $1 AND o.scope = 'order' AND o.key = a.order_id), now()),
           a.allocated, a.waiting, a.shipped, a.cancelled
    FROM unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[],
                $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[], $21::bigint[])
        AS a (order_id, line, warehouse, variant, seller, record, line_number, priority, age, allocated, waiting, shipped, cancelled)
)
INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities, undone)
SELECT $1, a.order_id, a.fulfillment, a.warehouse, array_agg(a.line ORDER BY a.place), array_agg(a.quantity ORDER BY a.place), a.undone
FROM unnest($22::text[], $23::bigint[], $24::text[], $25::text[], $26::text[], $27::bigint[])
    WITH ORDINALITY AS a (order_id, fulfillment, warehouse, undone, line, quantity, place)
WHERE (SELECT 1 / (count(*) = cardinality($2::text[]))::integer FROM moved) = 1
GROUP BY a.order_id, a.fulfillment, a.warehouse, a.undone
ON CONFLICT (marketplace, order_id, fulfillment) DO UPDATE SET undone = EXCLUDED.undone
