-- Two equal marketplaces, so that reading past one's own is seen: N products of a variant each, in two warehouses; of variant v1 a
-- long history, a queue and a shelf of promises.
CREATE FUNCTION fill(m text, n integer) RETURNS void LANGUAGE sql AS $$
    INSERT INTO warehouses (marketplace, warehouse) SELECT m, w FROM unnest('{a,b}'::text[]) AS w;
    INSERT INTO warehouses (marketplace, warehouse) SELECT m, 'w' || i FROM generate_series(1, n) AS i;
    INSERT INTO products (marketplace, product, seller) SELECT m, 'p' || i, 's' || i % 7 FROM generate_series(1, n) AS i;
    INSERT INTO variants (marketplace, variant, product) SELECT m, 'v' || i, 'p' || i FROM generate_series(1, n) AS i;
    INSERT INTO product_thresholds (marketplace, product, warehouse, mode, threshold)
    SELECT m, 'p' || i, 'a', 'limit', 5 FROM generate_series(1, n) AS i;
    INSERT INTO stock (marketplace, variant, warehouse, product, seller, on_hand, allocated, backordered)
    SELECT m, 'v' || i, w, 'p' || i, 's' || i % 7, 9, 9, CASE WHEN i = 1 THEN 9 ELSE 0 END
    FROM generate_series(1, n) AS i CROSS JOIN unnest('{a,b}'::text[]) AS w;
    INSERT INTO calls (marketplace, scope, key, verb, actor, seller, traceparent, body, answer, events)
    SELECT m, 'order', 'o' || i, 'place', 'host', '', '',
           '{"order":"o' || i || '","lines":[{"line":"1","variant":"v' || 1 + i % n || '","quantity":1}]}', '', '[' || repeat(' ', 100) || ']'
    FROM generate_series(1, 2 * n) AS i;
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, record, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT m, 'o' || i, '1', 'a', s.variant, s.seller, s.record, 1, 0, i, now() - interval '9 days' + i * interval '1 minute', 1, 0, 0, 0
    FROM generate_series(1, 2 * n) AS i
    JOIN stock s ON s.marketplace = m AND s.variant = 'v' || (CASE WHEN i % 2 = 0 THEN 1 ELSE i END - 1) % n + 1 AND s.warehouse = 'a';
    INSERT INTO parts (marketplace, order_id, line, warehouse, variant, seller, record, line_number, priority, age, since,
                       allocated, waiting, shipped, cancelled)
    SELECT m, 'q' || i, '1', 'a', s.variant, s.seller, s.record, 1, 0, i, now(), 0, 1, 0, 0
    FROM generate_series(1, n) AS i JOIN stock s ON s.marketplace = m AND s.variant = 'v1' AND s.warehouse = 'a';
    INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities)
    SELECT m, 'o' || i, 1, 'a', '{1}', '{1}' FROM generate_series(1, n) AS i;
    INSERT INTO ledger (marketplace, variant, warehouse, record, at, actor, verb, key, order_id, line, on_hand, allocated, backordered)
    SELECT m, s.variant, s.warehouse, s.record, now() - interval '9 days' + i * interval '1 minute', 'host', 'place', 'o' || i, 'o' || i, '1', 0, 1, 0
    FROM generate_series(1, 2 * n) AS i JOIN stock s ON s.marketplace = m AND s.variant = 'v1' AND s.warehouse = 'a' ORDER BY i;
    INSERT INTO ledger (marketplace, variant, warehouse, record, actor, verb, key, order_id, line, on_hand, allocated, backordered)
    SELECT m, s.variant, s.warehouse, s.record, 'host', 'receive', 'k', '', '', 9, 0, 0 FROM stock s WHERE s.marketplace = m;
    INSERT INTO consumers (marketplace, scope, consumer, cursor) SELECT m, 'marketplace', 'c' || i, '1.1.1' FROM generate_series(1, n) AS i;
    INSERT INTO marketplaces (marketplace, backorders_enabled) SELECT m || i, true FROM generate_series(1, n) AS i;
    INSERT INTO marketplaces (marketplace, backorders_enabled) VALUES (m, true);
$$;
