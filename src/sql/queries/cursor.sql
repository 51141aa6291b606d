-- name: cursor
SELECT cursor FROM consumers WHERE marketplace = $1 AND scope = $2 AND consumer = $3
