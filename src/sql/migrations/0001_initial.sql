-- breaking: yes
-- Tables stand in the schema that search_path names first. Every key begins with the marketplace.

CREATE SEQUENCE call_sequence;
CREATE SEQUENCE ledger_sequence;

CREATE TABLE marketplaces (
    marketplace         text PRIMARY KEY,
    backorders_enabled  boolean NOT NULL
);

CREATE TABLE warehouses (
    marketplace  text NOT NULL,
    warehouse    text NOT NULL,
    owner        text NOT NULL DEFAULT '',  -- a seller; empty: the operator
    priority     bigint NOT NULL DEFAULT 0,
    active       boolean NOT NULL DEFAULT true,
    PRIMARY KEY (marketplace, warehouse)
);

CREATE TABLE products (
    marketplace  text NOT NULL,
    product      text NOT NULL,
    seller       text NOT NULL CHECK (seller <> ''),
    policy       text NOT NULL DEFAULT 'inherit' CHECK (policy IN ('inherit', 'allow', 'deny')),
    PRIMARY KEY (marketplace, product)
);

CREATE TABLE variants (
    marketplace  text NOT NULL,
    variant      text NOT NULL,
    product      text NOT NULL,
    policy       text NOT NULL DEFAULT 'inherit' CHECK (policy IN ('inherit', 'allow', 'deny')),
    PRIMARY KEY (marketplace, variant),
    FOREIGN KEY (marketplace, product) REFERENCES products (marketplace, product)
);
CREATE INDEX variants_of_product ON variants (marketplace, product);

CREATE TABLE product_thresholds (
    marketplace  text NOT NULL,
    product      text NOT NULL,
    warehouse    text NOT NULL,
    mode         text NOT NULL CHECK (mode IN ('inherit', 'limit', 'unlimited')),
    threshold    bigint NOT NULL CHECK (threshold >= 0 AND (mode = 'limit' OR threshold = 0)),
    PRIMARY KEY (marketplace, product, warehouse),
    FOREIGN KEY (marketplace, product) REFERENCES products (marketplace, product),
    FOREIGN KEY (marketplace, warehouse) REFERENCES warehouses (marketplace, warehouse)
);

-- Only indexed by its key, so that counting is an in-page update.
CREATE TABLE stock (
    marketplace  text NOT NULL,
    variant      text NOT NULL,
    warehouse    text NOT NULL,
    on_hand      bigint NOT NULL DEFAULT 0,
    allocated    bigint NOT NULL DEFAULT 0,
    backordered  bigint NOT NULL DEFAULT 0,
    mode         text NOT NULL DEFAULT 'inherit' CHECK (mode IN ('inherit', 'limit', 'unlimited')),
    threshold    bigint NOT NULL DEFAULT 0 CHECK (threshold >= 0 AND (mode = 'limit' OR threshold = 0)),
    -- The product's, so that who locks the record sees all that limits it.
    product_mode      text NOT NULL DEFAULT 'inherit' CHECK (product_mode IN ('inherit', 'limit', 'unlimited')),
    product_threshold bigint NOT NULL DEFAULT 0 CHECK (product_threshold >= 0 AND (product_mode = 'limit' OR product_threshold = 0)),
    PRIMARY KEY (marketplace, variant, warehouse),
    FOREIGN KEY (marketplace, variant) REFERENCES variants (marketplace, variant),
    FOREIGN KEY (marketplace, warehouse) REFERENCES warehouses (marketplace, warehouse),
    CONSTRAINT allocated_within_on_hand CHECK (0 <= allocated AND allocated <= on_hand),
    CONSTRAINT backordered_not_negative CHECK (backordered >= 0),
    CONSTRAINT no_unit_free_while_someone_waits CHECK (backordered = 0 OR on_hand = allocated)
) WITH (fillfactor = 50);

-- One row a mutation: idempotency record, order (verb place), and source of its events.
-- epoch: the place of its events among those of other transactions; see queries/events_page.sql.
CREATE TABLE calls (
    marketplace  text NOT NULL,
    scope        text NOT NULL,  -- whose keys: 'order', 'marketplace', or 'seller:' and the seller
    key          text NOT NULL,
    sequence     bigint NOT NULL DEFAULT nextval('call_sequence'),
    epoch        xid8 NOT NULL DEFAULT greatest(pg_current_xact_id(), pg_snapshot_xmax(pg_current_snapshot())),
    at           timestamptz NOT NULL DEFAULT now(),
    verb         text NOT NULL,
    actor        text NOT NULL,  -- role, seller and user
    seller       text NOT NULL,
    traceparent  text NOT NULL,
    body         json NOT NULL,
    answer       json NOT NULL,
    events       json NOT NULL,
    PRIMARY KEY (marketplace, scope, key)
);
CREATE INDEX calls_in_event_order ON calls (marketplace, epoch, sequence);

CREATE TABLE parts (
    marketplace  text NOT NULL,
    order_id     text NOT NULL,
    line         text NOT NULL,
    warehouse    text NOT NULL,
    variant      text NOT NULL,
    seller       text NOT NULL,
    line_number  bigint NOT NULL,
    priority     bigint NOT NULL,
    age          bigint NOT NULL,  -- sequence of the call that placed the order
    since        timestamptz NOT NULL,
    allocated    bigint NOT NULL CHECK (allocated >= 0),
    waiting      bigint NOT NULL CHECK (waiting >= 0),
    shipped      bigint NOT NULL CHECK (shipped >= 0),
    cancelled    bigint NOT NULL CHECK (cancelled >= 0),
    PRIMARY KEY (marketplace, order_id, line, warehouse)
) WITH (fillfactor = 80);
-- The queue of a stock record (waiting > 0), and after it the promises that hold goods.
CREATE INDEX open_parts ON parts (marketplace, variant, warehouse, (waiting > 0), priority DESC, age, line_number)
    WHERE waiting > 0 OR allocated > 0;

CREATE TABLE fulfillments (
    marketplace  text NOT NULL,
    order_id     text NOT NULL,
    fulfillment  bigint NOT NULL CHECK (fulfillment > 0),
    warehouse    text NOT NULL,
    lines        text[] NOT NULL,
    quantities   bigint[] NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    undone       text NOT NULL DEFAULT '' CHECK (undone IN ('', 'to_line', 'to_stock', 'written_off')),
    PRIMARY KEY (marketplace, order_id, fulfillment),
    CHECK (cardinality(lines) = cardinality(quantities))
);

-- Append-only.
CREATE TABLE ledger (
    marketplace  text NOT NULL,
    variant      text NOT NULL,
    warehouse    text NOT NULL,
    sequence     bigint NOT NULL DEFAULT nextval('ledger_sequence'),
    at           timestamptz NOT NULL DEFAULT now(),
    actor        text NOT NULL,
    verb         text NOT NULL,
    key          text NOT NULL,
    order_id     text NOT NULL,
    line         text NOT NULL,
    on_hand      bigint NOT NULL,
    allocated    bigint NOT NULL,
    backordered  bigint NOT NULL,
    PRIMARY KEY (marketplace, variant, warehouse, sequence),
    CONSTRAINT moves_something CHECK (on_hand <> 0 OR allocated <> 0 OR backordered <> 0)
);

-- How far a consumer has acknowledged: the event of that number within its call. epoch is xid8 as a number.
CREATE TABLE consumers (
    marketplace  text NOT NULL,
    scope        text NOT NULL,
    consumer     text NOT NULL,
    cursor       text NOT NULL,
    PRIMARY KEY (marketplace, scope, consumer)
);
