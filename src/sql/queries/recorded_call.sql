-- name: recorded_call
SELECT verb, seller, body, answer FROM calls WHERE marketplace = $1 AND scope = $2 AND key = $3
