-- name: holder
-- Whose transaction holds back events from epoch $1 on: the oldest that still runs, our own aside. The server shows its beginning
-- only to its own role and to those that may read all statistics. A prepared transaction has no process.
SELECT to_char(coalesce(a.xact_start, p.prepared) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(a.pid, 0),
       a.application_name, coalesce(a.usename, p.owner), coalesce(a.datname, p.database), p.gid
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS oldest) AS held
LEFT JOIN pg_stat_activity a ON a.backend_xid = held.oldest::xid
LEFT JOIN pg_prepared_xacts p ON p.transaction = held.oldest::xid
WHERE held.oldest <= $1::text::xid8 AND held.oldest IS DISTINCT FROM pg_current_xact_id_if_assigned()
