-- name: open_orders
-- Orders of which units are allocated or wait (of seller $2, '' any), the oldest after age $3, $4 at most. No index holds orders by
-- age: all that is open is read, and nothing of what is not.
SELECT p.order_id, p.age, to_char(min(p.since) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), max(p.priority),
       count(DISTINCT p.line), least(sum(p.allocated), 9223372036854775807)::bigint, least(sum(p.waiting), 9223372036854775807)::bigint
FROM stock s
CROSS JOIN LATERAL (SELECT * FROM parts o WHERE o.record = s.record AND (o.waiting > 0 OR o.allocated > 0) OFFSET 0) AS p
WHERE s.marketplace = $1 AND (s.backordered > 0 OR s.allocated > 0) AND ($2 = '' OR s.seller = $2) AND p.age > $3::bigint
GROUP BY p.age, p.order_id
ORDER BY p.age
LIMIT $4::bigint
