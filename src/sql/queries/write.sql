-- name: write
-- Everything a decided call leaves behind, in one statement.
-- $1 marketplace. The call: $2 scope, $3 key, $4 verb, $5 actor, $6 seller, $7 traceparent, $8 body, $9 answer, $10 events.
-- Stock: $11..$15 variants, warehouses and counters after. Parts after: $16..$27. Ledger: $28..$34.
-- Fulfilments, a row for each line: $35..$40. The stock records are there and locked: inserting finds each by its key, where a join
-- could scan the marketplace.
WITH call AS (
    INSERT INTO calls (marketplace, scope, key, verb, actor, seller, traceparent, body, answer, events)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::json, $9::json, $10::json)
    RETURNING sequence, at
), counted AS (
    INSERT INTO stock (marketplace, variant, warehouse, on_hand, allocated, backordered)
    SELECT $1, a.variant, a.warehouse, a.on_hand, a.allocated, a.backordered
    FROM unnest($11::text[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[])
        AS a (variant, warehouse, on_hand, allocated, backordered)
    ON CONFLICT (marketplace, variant, warehouse) DO UPDATE
        SET on_hand = EXCLUDED.on_hand, allocated = EXCLUDED.allocated, backordered = EXCLUDED.backordered
), spread AS (
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT $1, a.order_id, a.line, a.warehouse, a.variant, a.seller, a.line_number, a.priority,
           COALESCE(a.age, call.sequence),
           CASE WHEN a.age IS NULL THEN call.at
                ELSE (SELECT o.at FROM calls o WHERE o.marketplace = $1 AND o.scope = 'order' AND o.key = a.order_id) END,
           a.allocated, a.waiting, a.shipped, a.cancelled
    FROM unnest($16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::bigint[], $22::bigint[], $23::bigint[],
                $24::bigint[], $25::bigint[], $26::bigint[], $27::bigint[])
        AS a (order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled)
    CROSS JOIN call
    ON CONFLICT (marketplace, order_id, line, warehouse) DO UPDATE
        SET allocated = EXCLUDED.allocated, waiting = EXCLUDED.waiting, shipped = EXCLUDED.shipped, cancelled = EXCLUDED.cancelled
), entered AS (
    INSERT INTO ledger (marketplace, variant, warehouse, actor, verb, key, order_id, line, on_hand, allocated, backordered)
    SELECT $1, a.variant, a.warehouse, $5, $4, $3, a.order_id, a.line, a.on_hand, a.allocated, a.backordered
    FROM unnest($28::text[], $29::text[], $30::text[], $31::text[], $32::bigint[], $33::bigint[], $34::bigint[])
        WITH ORDINALITY AS a (variant, warehouse, order_id, line, on_hand, allocated, backordered, place)
    ORDER BY a.place
), shipped AS (
    INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities, undone)
    SELECT $1, a.order_id, a.fulfillment, a.warehouse, array_agg(a.line ORDER BY a.place), array_agg(a.quantity ORDER BY a.place), a.undone
    FROM unnest($35::text[], $36::bigint[], $37::text[], $38::text[], $39::text[], $40::bigint[])
        WITH ORDINALITY AS a (order_id, fulfillment, warehouse, undone, line, quantity, place)
    GROUP BY a.order_id, a.fulfillment, a.warehouse, a.undone
    ON CONFLICT (marketplace, order_id, fulfillment) DO UPDATE SET undone = EXCLUDED.undone
)
SELECT sequence FROM call
