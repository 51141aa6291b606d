-- name: last_call
SELECT last_value FROM call_sequence
