-- After restoring a logical dump into another server: its transaction ids have nothing to do with the epochs of the events.
-- Everything recorded becomes the oldest epoch, and consumers keep their places by sequence. Run by the schema's owner, once,
-- before the shop is started:
--   psql OWNER_URL -v ON_ERROR_STOP=1 -v schema=backorder -f packaging/after-restore.sql
BEGIN;
SET LOCAL search_path TO :"schema";

-- Sequences follow the old epochs only within a stock record, so events are put in their old order anew.
CREATE TEMP TABLE ordered ON COMMIT DROP AS
SELECT marketplace, scope, key, epoch AS old_epoch, sequence AS old_sequence,
       row_number() OVER (ORDER BY epoch, sequence) AS place
FROM calls;

UPDATE consumers c SET cursor = '3.' || COALESCE((
    SELECT max(o.place) FROM ordered o
    WHERE o.marketplace = c.marketplace
      AND (o.old_epoch, o.old_sequence) <= (split_part(c.cursor, '.', 1)::xid8, split_part(c.cursor, '.', 2)::bigint)), 0)
    || '.' || split_part(c.cursor, '.', 3);

UPDATE calls c SET epoch = '3', sequence = o.place
FROM ordered o WHERE o.marketplace = c.marketplace AND o.scope = c.scope AND o.key = c.key;

SELECT setval('call_sequence', GREATEST((SELECT COALESCE(max(place), 1) FROM ordered), (SELECT last_value FROM call_sequence)));
COMMIT;
