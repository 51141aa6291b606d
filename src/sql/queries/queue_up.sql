-- name: queue_up
-- $1 marketplace, $2 variants whose stock records are about to be locked. Here each is woken in his turn; of many who wait at a
-- record itself, all are woken whenever it is free, to find all but one of them that it is not.
SELECT pg_advisory_xact_lock(hashtext('backorder'), named.turn)
FROM (SELECT DISTINCT hashtext(current_schema() || '/' || $1 || '/' || variant) AS turn
      FROM unnest($2::text[]) AS asked (variant) ORDER BY turn) AS named
