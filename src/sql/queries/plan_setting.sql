-- name: plan_setting
-- A setting of the planner, until the transaction ends.
SELECT set_config($1, $2, true)
