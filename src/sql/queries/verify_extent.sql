-- name: verify_extent
-- How many variants and how many orders there are.
SELECT (SELECT count(*) FROM variants WHERE marketplace = $1 COLLATE "POSIX"),
       (SELECT count(*) FROM calls WHERE marketplace = $1 AND scope = 'order')
