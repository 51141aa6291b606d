-- name: unread
-- Of places among the events ($1 marketplaces, $2 epochs, $3 sequences), in their order: may the first call behind be handed out
-- (see events_page.sql)? NULL: there is none.
SELECT (SELECT c.epoch < pg_snapshot_xmin(pg_current_snapshot()) FROM calls c
        WHERE c.marketplace = place.marketplace COLLATE "POSIX" AND (c.epoch, c.sequence) > (place.epoch::xid8, place.sequence)
        ORDER BY c.epoch, c.sequence
        LIMIT 1)
FROM unnest($1::text[], $2::text[], $3::bigint[]) WITH ORDINALITY AS place (marketplace, epoch, sequence, number)
ORDER BY place.number
