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
