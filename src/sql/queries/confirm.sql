-- name: confirm
-- A COMMIT waits for disk and standbys if its transaction wrote something, and with it for all that was written before: a transaction's
-- number alone is not enough. Nobody reads the message.
SELECT pg_logical_emit_message(true, 'backorder', '')
