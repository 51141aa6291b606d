-- name: write
-- Everything a decided call leaves behind, in one statement.
-- $1 marketplace. The call: $2 scope, $3 key, $4 verb, $5 actor, $6 seller, $7 traceparent, $8 body, $9 answer, $10 events.
-- Stock: $11..$18 variants, warehouses, and on_hand, allocated, backordered after and before; before guards against a
-- writer that did not lock. Parts after: $19..$30. Ledger: $31..$37. Fulfilments: $38..$42, lines as JSON.
WITH call AS (
    INSERT INTO calls (marketplace, scope, key, verb, actor, seller, traceparent, body, answer, events)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::json, $9::json, $10::json)
    RETURNING sequence, at
), counted AS (
    UPDATE stock s SET on_hand = a.on_hand, allocated = a.allocated, backordered = a.backordered
    FROM unnest($11::text[], $12::text[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[])
        AS a (variant, warehouse, on_hand, allocated, backordered, on_hand_before, allocated_before, backordered_before)
    WHERE s.marketplace = $1 AND s.variant = a.variant AND s.warehouse = a.warehouse
      AND (s.on_hand, s.allocated, s.backordered) = (a.on_hand_before, a.allocated_before, a.backordered_before)
    RETURNING 1
), spread AS (
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT $1, a.order_id, a.line, a.warehouse, a.variant, a.seller, a.line_number, a.priority,
           COALESCE(a.age, call.sequence),
           CASE WHEN a.age IS NULL THEN call.at
                ELSE (SELECT o.at FROM calls o WHERE o.marketplace = $1 AND o.scope = 'order' AND o.key = a.order_id) END,
           a.allocated, a.waiting, a.shipped, a.cancelled
    FROM unnest($19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::bigint[], $25::bigint[], $26::bigint[],
                $27::bigint[], $28::bigint[], $29::bigint[], $30::bigint[])
        AS a (order_id, line, warehouse, variant, seller, line_number, priority, age, allocated, waiting, shipped, cancelled)
    CROSS JOIN call
    ON CONFLICT (marketplace, order_id, line, warehouse) DO UPDATE
        SET allocated = EXCLUDED.allocated, waiting = EXCLUDED.waiting, shipped = EXCLUDED.shipped, cancelled = EXCLUDED.cancelled
    RETURNING 1
), entered AS (
    INSERT INTO ledger (marketplace, variant, warehouse, actor, verb, key, order_id, line, on_hand, allocated, backordered)
    SELECT $1, a.variant, a.warehouse, $5, $4, $3, a.order_id, a.line, a.on_hand, a.allocated, a.backordered
    FROM unnest($31::text[], $32::text[], $33::text[], $34::text[], $35::bigint[], $36::bigint[], $37::bigint[])
        WITH ORDINALITY AS a (variant, warehouse, order_id, line, on_hand, allocated, backordered, place)
    ORDER BY a.place
    RETURNING 1
), shipped AS (
    INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities, undone)
    SELECT $1, a.order_id, a.fulfillment, a.warehouse,
           ARRAY(SELECT pair ->> 0 FROM json_array_elements(a.lines) WITH ORDINALITY AS l (pair, place) ORDER BY place),
           ARRAY(SELECT (pair ->> 1)::bigint FROM json_array_elements(a.lines) WITH ORDINALITY AS l (pair, place) ORDER BY place),
           a.undone
    FROM unnest($38::text[], $39::bigint[], $40::text[], $41::json[], $42::text[])
        AS a (order_id, fulfillment, warehouse, lines, undone)
    ON CONFLICT (marketplace, order_id, fulfillment) DO UPDATE SET undone = EXCLUDED.undone
    RETURNING 1
)
SELECT (SELECT count(*) FROM call), (SELECT count(*) FROM counted), (SELECT count(*) FROM spread),
       (SELECT count(*) FROM entered), (SELECT count(*) FROM shipped)
