-- name: write
-- Everything that the decided calls of a batch leave behind, in one statement.
-- $1 marketplace. Calls: $2..$11, of which body, answer and events ($9..$11) are JSON with a record separator after each: they
-- have none in them, and splitting is cheaper than reading an array. Stock, counters after: $12..$17. Parts of orders that were
-- placed in this batch: $18..$30. Ledger: $31..$41.
-- Arrays are unnested side by side in a SELECT list: as one function in FROM they would be written to a store of rows first.
-- The stock records are there and locked: inserting finds each by its key, where a join could scan the marketplace.
WITH called AS (
    INSERT INTO calls (marketplace, scope, key, sequence, epoch, verb, actor, seller, traceparent, body, answer, events)
    SELECT $1, a.scope, a.key, a.sequence, (SELECT greatest(pg_current_xact_id(), pg_snapshot_xmax(pg_current_snapshot()))),
           a.verb, a.actor, a.seller, a.traceparent, a.body, a.answer, a.events
    FROM (SELECT unnest($2::text[]) AS scope, unnest($3::text[]) AS key, unnest($4::bigint[]) AS sequence, unnest($5::text[]) AS verb,
                 unnest($6::text[]) AS actor, unnest($7::text[]) AS seller, unnest($8::text[]) AS traceparent,
                 unnest(trim_array(string_to_array($9, chr(30)), 1)) AS body, unnest(trim_array(string_to_array($10, chr(30)), 1)) AS answer,
                 unnest(trim_array(string_to_array($11, chr(30)), 1)) AS events) AS a
), counted AS (
    INSERT INTO stock (marketplace, variant, warehouse, record, on_hand, allocated, backordered)
    SELECT $1, a.variant, a.warehouse, a.record, a.on_hand, a.allocated, a.backordered
    FROM unnest($12::text[], $13::text[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[])
        AS a (variant, warehouse, record, on_hand, allocated, backordered)
    ON CONFLICT (marketplace, variant, warehouse) DO UPDATE
        SET on_hand = EXCLUDED.on_hand, allocated = EXCLUDED.allocated, backordered = EXCLUDED.backordered
), promised AS (
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, record, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT $1, a.order_id, a.line, a.warehouse, a.variant, a.seller, a.record, a.line_number, a.priority, a.age, now(),
           a.allocated, a.waiting, a.shipped, a.cancelled
    FROM (SELECT unnest($18::text[]) AS order_id, unnest($19::text[]) AS line, unnest($20::text[]) AS warehouse, unnest($21::text[]) AS variant,
                 unnest($22::text[]) AS seller, unnest($23::bigint[]) AS record, unnest($24::bigint[]) AS line_number,
                 unnest($25::bigint[]) AS priority, unnest($26::bigint[]) AS age, unnest($27::bigint[]) AS allocated,
                 unnest($28::bigint[]) AS waiting, unnest($29::bigint[]) AS shipped, unnest($30::bigint[]) AS cancelled) AS a
)
INSERT INTO ledger (marketplace, variant, warehouse, record, actor, verb, key, order_id, line, on_hand, allocated, backordered)
SELECT $1, a.variant, a.warehouse, a.record, a.actor, a.verb, a.key, a.order_id, a.line, a.on_hand, a.allocated, a.backordered
FROM (SELECT unnest($31::text[]) AS variant, unnest($32::text[]) AS warehouse, unnest($33::bigint[]) AS record, unnest($34::text[]) AS actor,
             unnest($35::text[]) AS verb, unnest($36::text[]) AS key, unnest($37::text[]) AS order_id, unnest($38::text[]) AS line,
             unnest($39::bigint[]) AS on_hand, unnest($40::bigint[]) AS allocated, unnest($41::bigint[]) AS backordered) AS a

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

-- name: create_stock
-- Of variants whose products are locked: with their policies and thresholds.
INSERT INTO stock (marketplace, variant, warehouse, product, seller, variant_policy, product_policy, product_mode, product_threshold)
SELECT $1, a.variant, a.warehouse, v.product, p.seller, v.policy, p.policy, COALESCE(t.mode, 'inherit'), COALESCE(t.threshold, 0)
FROM unnest($2::text[], $3::text[]) AS a (variant, warehouse)
CROSS JOIN LATERAL (SELECT * FROM variants v WHERE v.marketplace = $1 AND v.variant = a.variant OFFSET 0) AS v
CROSS JOIN LATERAL (SELECT * FROM products p WHERE p.marketplace = $1 AND p.product = v.product OFFSET 0) AS p
LEFT JOIN LATERAL (SELECT * FROM product_thresholds t
                   WHERE t.marketplace = $1 AND t.product = v.product AND t.warehouse = a.warehouse OFFSET 0) AS t ON true
ORDER BY a.variant, a.warehouse
ON CONFLICT (marketplace, variant, warehouse) DO NOTHING

-- name: confirm
-- A COMMIT waits for disk and standbys if its transaction wrote something, and with it for all that was written before: a transaction's
-- number alone is not enough. Nobody reads the message.
SELECT pg_logical_emit_message(true, 'backorder', '')
