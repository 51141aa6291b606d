-- name: backorders_enabled
SELECT backorders_enabled FROM marketplaces WHERE marketplace = $1
