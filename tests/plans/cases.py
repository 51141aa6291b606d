"""What each statement is asked, and what it may read for the answer.

reads: most rows read in all tables together, those a filter removed included. scans: every table that is read, by which index.
plan: settings of the planner that the statement runs with beside the session's (src/store/work_read.cpp)."""
from dataclasses import dataclass, field

N = 3000  # of each kind of thing in a marketplace, see fill.sql
ASKED = 100  # things that a statement with a list is asked for


def array(*values):
    return "'{" + ",".join(f'"{value}"' for value in values) + "}'"


def several(prefix, first=1):
    return array(*(f"{prefix}{number}" for number in range(first, first + ASKED)))


def all_of(value):
    return array(*([value] * ASKED))


NONE = "'{}'"
M = "'m'"
CUSTOM = {"plan_cache_mode": "force_custom_plan"}
COMPARING = CUSTOM | {"enable_nestloop": "off", "enable_mergejoin": "off", "work_mem": "'64MB'"}


@dataclass
class Case:
    values: tuple = ()
    reads: int = 0
    scans: tuple = ()
    plan: dict = field(default_factory=dict)
    name: str = ""


def nothing(count):
    return (NONE,) * count


CASES = {
    "backordered_at": [Case((M, array("a")), 2 * N, ("stock:stock_pkey",))],
    "backordered_units": [Case((M, "''"), 2 * N, ("stock:stock_pkey",))],
    "backorders_enabled": [Case((M,), 1, ("marketplaces:marketplaces_pkey",))],
    "catalog_products": [Case((M, several("p"), several("v")), 3 * ASKED, ("products:products_pkey", "variants:variants_pkey"))],
    "catalog_thresholds": [Case((M, several("p"), all_of("a")), ASKED, ("product_thresholds:product_thresholds_pkey",))],
    "catalog_variants": [Case((M, several("v"), several("p", 50), "true"), 4 * ASKED,
                              ("products:products_pkey", "variants:variants_of_product", "variants:variants_pkey"))],
    "catalog_warehouses": [Case((M, several("w")), ASKED, ("warehouses:warehouses_pkey",))],
    "confirm": [Case()],
    "create_stock": [Case((M, several("v"), all_of("w1")), 3 * ASKED,
                          ("product_thresholds:product_thresholds_pkey", "products:products_pkey", "variants:variants_pkey"))],
    "cursor": [Case((M, "'marketplace'", "'c1'"), 1, ("consumers:consumers_pkey",))],
    "events_page": [Case((M, "'0'", 0, 200, 10_000), 201, ("calls:calls_in_event_order",))],
    "fulfillments": [Case((M, several("o")), ASKED, ("fulfillments:fulfillments_pkey",))],
    "has_marketplace": [Case((M,), 3, ("marketplaces:marketplaces_pkey", "products:products_pkey", "warehouses:warehouses_pkey"))],
    "has_seller": [Case((M, "' nobody'"), 2 * N + 2, ("products:products_pkey", "warehouses:warehouses_pkey"))],
    "holder": [Case(("'1'",), 10, ("pg_authid:pg_authid_oid_index", "pg_database:pg_database_oid_index"))],
    "ledger": [
        Case((M, "'v1'", "''", "''", "''", N, 100), 300, ("ledger:ledger_pkey", "stock:stock_pkey"), CUSTOM, "a page of a record"),
        Case((M, "'v1'", "''", "''", "''", 10**9, 100), 2, ("ledger:ledger_pkey", "stock:stock_pkey"), CUSTOM, "behind the last page"),
        Case((M, "''", "''", f"'o{2 * N - 1}'", "''", 0, 100), 1800, ("ledger:ledger_pkey", "parts:parts_pkey"), CUSTOM, "an order"),
    ],
    "list_products": [Case((M, "''", "''", 100, 1000), 1000, ("products:products_pkey",))],
    "list_variants": [Case((M, "''", "''", 100, 1000), 2000, ("products:products_pkey", "variants:variants_pkey"))],
    "list_warehouses": [Case((M, "''", "''", 100, 1000), 1000, ("warehouses:warehouses_pkey",))],
    "load": [Case((M, all_of("order"), several("o"), several("v"), all_of("a"), NONE), 3 * ASKED + 2,
                  ("calls:calls_pkey", "marketplaces:marketplaces_pkey", "stock:stock_pkey", "warehouses:warehouses_pkey"))],
    "load_orders": [Case((M, several("o")), ASKED, ("parts:parts_pkey",))],
    "load_promises": [Case((M, "$records", array(10, 10)), 30 + N, ("parts:open_parts",))],
    "load_queues": [Case((M, "$records", array(10, 10), NONE), 50, ("parts:open_parts", "parts:parts_pkey"))],
    "lock_marketplace": [Case((M,))],
    "lock_products": [Case((M, several("p"), several("v", 50)), 3 * ASKED, ("products:products_pkey", "variants:variants_pkey"))],
    "lock_warehouses": [Case((M, several("w")), ASKED, ("warehouses:warehouses_pkey",))],
    "locked_elsewhere": [Case((M, array("marketplace", *["record", "product", "product of", "warehouse"] * 20), array("m", *["v1", "p1", "v2", "w1"] * 20),
                               array("", *[""] * 80)), 10 * ASKED,
                              ("marketplaces:marketplaces_pkey", "products:products_pkey", "stock:stock_pkey", "variants:variants_pkey",
                               "warehouses:warehouses_pkey"))],
    "open_orders": [Case((M, "''", 0, 100), 6 * N, ("parts:open_parts", "stock:stock_pkey"), CUSTOM)],
    "order_records": [Case((M, several("o"), several("o"), all_of("1"), all_of("a")), 2 * ASKED, ("parts:parts_pkey",))],
    "plan_setting": [Case(("'enable_seqscan'", "'off'"))],
    "put_products": [Case((M, several("new"), all_of("s")))],
    "put_variants": [Case((M, several("new"), several("p")), 2 * ASKED,
                          ("product_thresholds:product_thresholds_pkey", "products:products_pkey"))],
    "put_warehouses": [Case((M, several("w"), all_of(""), all_of(1), all_of("true"), all_of("true")))],
    "queue": [Case((M, "'v1'", "'a'", "''", 100, 0, "''", "''", "'~'", "'~'", 0, 0, 0), N + 400, ("parts:open_parts", "stock:stock_pkey"), CUSTOM)],
    "queue_end": [Case((M, "''", "''", ASKED - 1), ASKED, ("stock:stock_pkey",))],
    "queue_of_order": [Case((M, "''", "''", "''", "'q1'", 100, 0, "''", "''", 0, 0, 0), N + 200,
                            ("parts:open_parts", "parts:parts_pkey", "stock:stock_pkey"), CUSTOM)],
    "queue_up": [Case((M, several("v")))],
    "read_stock": [Case((M, several("v"), several("p", 50)), 6 * ASKED + 3,
                        ("marketplaces:marketplaces_pkey", "products:products_pkey", "stock:stock_pkey", "variants:variants_of_product",
                         "variants:variants_pkey", "warehouses:warehouses_pkey"))],
    "recorded_calls": [Case((M, all_of("order"), several("o")), ASKED, ("calls:calls_pkey",))],
    "set_backorders_enabled": [Case((M, "true"))],
    "set_cursor": [Case((M, "'marketplace'", "'c1'", "'2.2.2'", "'2'", 2, 2), 1, ("consumers:consumers_pkey",))],
    "set_product_policy": [Case((M, "'allow'", several("p")), 4 * ASKED, ("products:products_pkey", "stock:stock_pkey", "variants:variants_of_product"))],
    "set_thresholds": [Case((M, several("v"), all_of("a"), all_of("limit"), all_of(1), all_of("inherit"), all_of(0),
                             several("p"), all_of("a"), all_of("limit"), all_of(1)))],
    "set_variant_policy": [Case((M, "'allow'", several("v")), 3 * ASKED, ("stock:stock_pkey", "variants:variants_pkey"))],
    "unread": [Case((array("m"), array(0), array(0)), 1, ("calls:calls_in_event_order",))],
    "verify_extent": [Case((M,), 3 * N, ("calls:calls_pkey", "variants:variants_of_product"), COMPARING)],
    "verify_ledger": [Case((M, 0, ASKED, "''"), 3 * ASKED, ("ledger:ledger_pkey", "stock:stock_pkey"), COMPARING)],
    "verify_order_page": [
        Case((M, "'o2'", ASKED, "''"), ASKED, ("calls:calls_pkey",), COMPARING),
        Case((M, "'o2'", ASKED, "'s1'"), 7 * ASKED + 100, ("parts:parts_pkey",), COMPARING, "a seller's"),
    ],
    "verify_orders": [
        Case((M, "''", "''", "''", "'o2'", "'o21'", "false", NONE), 5 * ASKED,
             ("calls:calls_pkey", "fulfillments:fulfillments_pkey", "ledger:ledger_pkey", "parts:parts_pkey", "stock:stock_pkey"), COMPARING, "a page"),
        Case((M, "''", "'v1'", "''", "''", "''", "true", "$records"), 5 * 2 * N,
             ("calls:calls_pkey", "fulfillments:fulfillments_pkey", "ledger:ledger_pkey", "parts:parts_pkey", "stock:stock_pkey"), COMPARING,
             "of some records"),
    ],
    "verify_records": [Case((M, "''", "''", "''", "'v2'", ASKED, NONE), 12 * ASKED,
                            ("ledger:ledger_pkey", "parts:open_parts", "product_thresholds:product_thresholds_pkey", "products:products_pkey",
                             "stock:stock_pkey", "variants:variants_pkey"), COMPARING)],
    "write": [Case((M, array("order"), array("new"), array(1), array("place"), array("host"), array(""), array(""), "'{}' || chr(30)", "chr(30)",
                    "'[]' || chr(30)", several("v"), all_of("a"), all_of(1), all_of(10), all_of(9), all_of(0),
                    all_of("new"), several(""), all_of("a"), several("v"), all_of("s"), all_of(1), all_of(1), all_of(0), all_of(1),
                    all_of(1), all_of(0), all_of(0), all_of(0),
                    several("v"), all_of("a"), all_of(1), all_of("host"), all_of("place"), all_of("new"), all_of("new"), several(""),
                    all_of(0), all_of(1), all_of(0)))],
    "write_orders": [Case((M, several("o"), all_of("1"), all_of("a"), all_of(0), all_of(1), all_of(0), all_of(0), *nothing(13), *nothing(6)),
                          2 * ASKED, ("calls:calls_pkey", "parts:Tid Scan", "parts:parts_pkey"))],
}
