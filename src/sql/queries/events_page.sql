-- name: events_page
-- The calls with events from ($2, $3) on, that one included. $4 limit.
-- Why not by sequence alone: a call that took a smaller number may commit later, and a cursor would have passed it.
-- Why not by transaction id: one that began earlier may have waited for a lock and come after its neighbour.
-- epoch is the first unused transaction id in the snapshot that wrote the row, its own id taken before: whoever still runs
-- or will run writes an epoch above the oldest id that still runs, so all epochs up to that one are complete.
SELECT epoch::text, sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), events
FROM calls
WHERE marketplace = $1 AND (epoch, sequence) >= ($2::text::xid8, $3::bigint)
  AND epoch <= pg_snapshot_xmin(pg_current_snapshot())
ORDER BY epoch, sequence
LIMIT $4::bigint
