-- name: events_page
-- The calls with events from ($2, $3) on, that one included. $4 limit of calls, $5 of bytes: what lies behind them comes without events.
-- Why not by sequence alone: a call that took a smaller number may commit later, and a cursor would have passed it.
-- Why not by transaction id: one that began earlier may have waited for a lock and come after its neighbour.
-- epoch is the later of the own transaction id and the end of the snapshot that wrote the row. Whoever still runs, or will,
-- writes an epoch that is not below the oldest id that still runs: epochs below that are complete. Whoever waited for a
-- neighbour's lock wrote in a snapshot that saw it committed, so its epoch is not below the neighbour's.
-- The row marked held is the first call that is held back by that, if it has been for a second: holder.sql says by whom.
(SELECT page.epoch::text, page.sequence, to_char(page.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), page.key,
        CASE WHEN page.ahead < $5::bigint THEN page.events END, false AS held
 FROM (SELECT c.epoch, c.sequence, c.at, c.key, c.events,
              sum(octet_length(c.events)) OVER (ORDER BY c.epoch, c.sequence ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
                  - octet_length(c.events) AS ahead
       FROM (SELECT * FROM calls c
             WHERE c.marketplace = $1 COLLATE "POSIX" AND (c.epoch, c.sequence) >= ($2::text::xid8, $3::bigint)
               AND c.epoch < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY c.epoch, c.sequence
             LIMIT $4::bigint) AS c) AS page
 ORDER BY page.epoch, page.sequence)
UNION ALL
(SELECT h.epoch::text, h.sequence, to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), h.key, '', true
 FROM (SELECT c.epoch, c.sequence, c.at, c.key
       FROM calls c
       WHERE c.marketplace = $1 COLLATE "POSIX" AND c.epoch >= pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY c.epoch, c.sequence
       LIMIT 1) AS h
 WHERE h.at < now() - interval '1 second')
