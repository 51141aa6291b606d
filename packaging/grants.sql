-- The rights of a run-time role: it works, but neither migrates nor rewrites history. Run by the owner of the schema (the role
-- that migrates) once for a role that exists, and again after every migration
-- (the schema holds the library's tables and nothing else):
--   psql OWNER_URL -v ON_ERROR_STOP=1 -v schema=backorder -v runtime=shop -f packaging/grants.sql

BEGIN;
SET LOCAL search_path TO :"schema";

REVOKE ALL ON ALL TABLES IN SCHEMA :"schema" FROM :"runtime";
GRANT USAGE ON SCHEMA :"schema" TO :"runtime";
GRANT SELECT ON ALL TABLES IN SCHEMA :"schema" TO :"runtime";
GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA :"schema" TO :"runtime";

-- What changes; locking a row takes the right to update it.
GRANT INSERT, UPDATE ON marketplaces, warehouses, products, variants, product_thresholds, stock, parts, fulfillments, consumers
    TO :"runtime";

-- What is only ever added.
GRANT INSERT ON calls, ledger TO :"runtime";

COMMIT;
