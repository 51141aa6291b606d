-- name: recorded_calls
-- $2, $3 scopes and keys; place counts them from 0.
SELECT asked.place - 1, c.verb, c.seller, c.body, c.answer, c.events,
       to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked (scope, key, place)
CROSS JOIN LATERAL (SELECT * FROM calls c WHERE c.marketplace = $1 AND c.scope = asked.scope AND c.key = asked.key OFFSET 0) AS c
