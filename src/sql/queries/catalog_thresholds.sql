-- name: catalog_thresholds
SELECT product, warehouse, mode, threshold FROM product_thresholds
WHERE marketplace = $1 AND product = ANY ($2::text[]) AND warehouse = ANY ($3::text[])
