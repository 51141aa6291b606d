-- name: verify_order_page
-- How many orders there are after $2, and the last of them: at most $3. Those in which the seller $4 has a part ('' all).
SELECT count(*), COALESCE(max(order_id), '')
FROM ((SELECT key AS order_id FROM calls WHERE $4 = '' AND marketplace = $1 AND key > $2 AND scope = 'order' ORDER BY key LIMIT $3::bigint)
      UNION ALL
      (SELECT DISTINCT order_id FROM parts WHERE $4 <> '' AND marketplace = $1 AND order_id > $2 AND seller = $4
       ORDER BY order_id LIMIT $3::bigint)) AS page
