-- name: verify_order_page
-- How many orders there are after $2, and the last of them: at most $3.
SELECT count(*), COALESCE(max(key), '')
FROM (SELECT key FROM calls WHERE marketplace = $1 AND key > $2 AND scope = 'order' ORDER BY key LIMIT $3::bigint) AS page
