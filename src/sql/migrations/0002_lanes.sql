-- breaking: yes
-- Ids compare by their bytes: half the cost of every index entry, and one order of locks whatever the database's locale is.
-- Bodies, answers and events are this library's own text; parsing them again for every row is not the server's work.

ALTER TABLE marketplaces ALTER marketplace TYPE text COLLATE "C";
ALTER TABLE warehouses ALTER marketplace TYPE text COLLATE "C", ALTER warehouse TYPE text COLLATE "C", ALTER owner TYPE text COLLATE "C";
ALTER TABLE products ALTER marketplace TYPE text COLLATE "C", ALTER product TYPE text COLLATE "C", ALTER seller TYPE text COLLATE "C";
ALTER TABLE variants ALTER marketplace TYPE text COLLATE "C", ALTER variant TYPE text COLLATE "C", ALTER product TYPE text COLLATE "C";
ALTER TABLE product_thresholds ALTER marketplace TYPE text COLLATE "C", ALTER product TYPE text COLLATE "C",
    ALTER warehouse TYPE text COLLATE "C";
ALTER TABLE stock ALTER marketplace TYPE text COLLATE "C", ALTER variant TYPE text COLLATE "C", ALTER warehouse TYPE text COLLATE "C";
ALTER TABLE calls ALTER marketplace TYPE text COLLATE "C", ALTER scope TYPE text COLLATE "C", ALTER key TYPE text COLLATE "C",
    ALTER body TYPE text, ALTER answer TYPE text, ALTER events TYPE text;
ALTER TABLE parts ALTER marketplace TYPE text COLLATE "C", ALTER order_id TYPE text COLLATE "C", ALTER line TYPE text COLLATE "C",
    ALTER warehouse TYPE text COLLATE "C", ALTER variant TYPE text COLLATE "C", ALTER seller TYPE text COLLATE "C";
ALTER TABLE fulfillments ALTER marketplace TYPE text COLLATE "C", ALTER order_id TYPE text COLLATE "C",
    ALTER warehouse TYPE text COLLATE "C";
ALTER TABLE ledger ALTER marketplace TYPE text COLLATE "C", ALTER variant TYPE text COLLATE "C", ALTER warehouse TYPE text COLLATE "C",
    ALTER order_id TYPE text COLLATE "C", ALTER line TYPE text COLLATE "C";
ALTER TABLE consumers ALTER marketplace TYPE text COLLATE "C", ALTER scope TYPE text COLLATE "C", ALTER consumer TYPE text COLLATE "C";

-- A stock record's number: what is found by record is found by one comparison of integers instead of three of texts.
CREATE SEQUENCE stock_records;
ALTER TABLE stock ADD record bigint NOT NULL DEFAULT nextval('stock_records');
ALTER TABLE parts ADD record bigint;
UPDATE parts p SET record = s.record FROM stock s
WHERE s.marketplace = p.marketplace AND s.variant = p.variant AND s.warehouse = p.warehouse;
ALTER TABLE parts ALTER record SET NOT NULL;
ALTER TABLE ledger ADD record bigint;
UPDATE ledger l SET record = s.record FROM stock s
WHERE s.marketplace = l.marketplace AND s.variant = l.variant AND s.warehouse = l.warehouse;
ALTER TABLE ledger DROP CONSTRAINT ledger_pkey, ADD PRIMARY KEY (marketplace, record, sequence);
ALTER TABLE calls DROP CONSTRAINT calls_pkey, ADD PRIMARY KEY (marketplace, key, scope);
DROP INDEX open_parts;
CREATE INDEX open_parts ON parts (record, (waiting > 0), priority DESC, age, line_number) WHERE waiting > 0 OR allocated > 0;

COMMENT ON COLUMN calls.answer IS 'JSON; empty where it follows from body and events: verb place';

-- While a table is tiny its indexes cost the same, and a plan made then is kept: one index for each look-up and no other. "POSIX"
-- compares as "C" does, but only conditions that name it find these two.
DROP INDEX variants_of_product;
CREATE INDEX variants_of_product ON variants (marketplace COLLATE "POSIX", product);
DROP INDEX calls_in_event_order;
CREATE INDEX calls_in_event_order ON calls (marketplace COLLATE "POSIX", epoch, sequence);
