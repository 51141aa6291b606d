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
