-- name: put_products
INSERT INTO products (marketplace, product, seller)
SELECT $1, a.product, a.seller FROM unnest($2::text[], $3::text[]) AS a (product, seller) ORDER BY a.product
