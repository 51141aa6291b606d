-- name: confirm
-- A transaction with a number writes its COMMIT and waits for disk and standbys, and with it for all that was written before.
SELECT pg_current_xact_id()
