-- name: recorded_call
SELECT verb, seller, body, answer, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM calls WHERE marketplace = $1 AND scope = $2 AND key = $3
