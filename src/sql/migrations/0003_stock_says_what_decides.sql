-- breaking: yes
-- A stock record carries what of its variant and product decides, so that who locks it has read it: an order line takes one look-up.

ALTER TABLE stock
    ADD product         text COLLATE "C" NOT NULL DEFAULT '',
    ADD seller          text COLLATE "C" NOT NULL DEFAULT '',
    ADD variant_policy  text NOT NULL DEFAULT 'inherit' CHECK (variant_policy IN ('inherit', 'allow', 'deny')),
    ADD product_policy  text NOT NULL DEFAULT 'inherit' CHECK (product_policy IN ('inherit', 'allow', 'deny'));
-- Statements of the version before name it: hosts that still run are told so, and do not change policies past the records.
ALTER TABLE stock RENAME mode TO own_mode;
UPDATE stock s SET product = v.product, seller = p.seller, variant_policy = v.policy, product_policy = p.policy
FROM variants v, products p
WHERE v.marketplace = s.marketplace AND v.variant = s.variant AND p.marketplace = v.marketplace AND p.product = v.product;
COMMENT ON COLUMN stock.product IS 'Like seller and both policies: as variants and products have it; written with them.';
