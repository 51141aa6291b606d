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

-- name: unread
-- Of places among the events ($1 marketplaces, $2 epochs, $3 sequences), in their order: may the first call behind be handed out
-- (see events_page.sql)? NULL: there is none.
SELECT (SELECT c.epoch < pg_snapshot_xmin(pg_current_snapshot()) FROM calls c
        WHERE c.marketplace = place.marketplace COLLATE "POSIX" AND (c.epoch, c.sequence) > (place.epoch::xid8, place.sequence)
        ORDER BY c.epoch, c.sequence
        LIMIT 1)
FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS place (marketplace, epoch, sequence, number)
ORDER BY place.number

-- name: holder
-- Whose transaction holds back events from epoch $1 on: the oldest that still runs, our own aside. The server shows its beginning
-- only to its own role and to those that may read all statistics. A prepared transaction has no process.
SELECT to_char(coalesce(a.xact_start, p.prepared) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(a.pid, 0),
       a.application_name, coalesce(a.usename, p.owner), coalesce(a.datname, p.database), p.gid
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS oldest) AS held
LEFT JOIN pg_stat_activity a ON a.backend_xid = held.oldest::xid
LEFT JOIN pg_prepared_xacts p ON p.transaction = held.oldest::xid
WHERE held.oldest <= $1::text::xid8 AND held.oldest IS DISTINCT FROM pg_current_xact_id_if_assigned()

-- name: cursor
SELECT cursor FROM consumers WHERE marketplace = $1 AND scope = $2 AND consumer = $3

-- name: set_cursor
-- Only forward: a late repetition takes nothing back, and one that moves nothing writes nothing, not even a transaction's number.
-- False if no event can have been read that far ($5 epoch, $6, $7).
WITH known AS (
    SELECT $5::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) AS possible
), moved AS (
    INSERT INTO consumers AS c (marketplace, scope, consumer, cursor)
    SELECT $1, $2, $3, $4 FROM known WHERE possible AND NOT EXISTS (
        SELECT FROM consumers k WHERE k.marketplace = $1 AND k.scope = $2 AND k.consumer = $3
            AND (split_part(k.cursor, '.', 1)::bigint, split_part(k.cursor, '.', 2)::bigint, split_part(k.cursor, '.', 3)::bigint)
                >= ($5::text::bigint, $6::bigint, $7::bigint))
    ON CONFLICT (marketplace, scope, consumer) DO UPDATE SET cursor = EXCLUDED.cursor
        WHERE (split_part(c.cursor, '.', 1)::bigint, split_part(c.cursor, '.', 2)::bigint, split_part(c.cursor, '.', 3)::bigint)
            < ($5::text::bigint, $6::bigint, $7::bigint)
)
SELECT possible FROM known
