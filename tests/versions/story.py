"""Every mutation there is, by everybody who may do it, with refused items beside done ones; and what can be asked afterwards.

A step is (actor, key, operation, request). In its order each of them can be done, the refused ones apart.
"""
MARKETPLACE, INVENTORY, ORDERS, FULFILLMENTS = 1, 2, 4, 8
HOST = {"role": 1, "permissions": 0, "seller": ""}
OPERATOR = {"role": 2, "permissions": MARKETPLACE | INVENTORY | ORDERS | FULFILLMENTS, "seller": ""}
ACME = {"role": 3, "permissions": INVENTORY | ORDERS | FULFILLMENTS, "seller": "acme"}
GLOBEX = {**ACME, "seller": "globex"}


def lines(*wanted):
    names = ("line", "variant", "quantity", "warehouse", "decline_backorder")
    return [dict(zip(names, line)) for line in wanted]


def items(**columns):
    names = list(columns)
    return {"items": [dict(zip(names, row)) for row in zip(*columns.values())]}


def entries(*rows):
    return [dict(zip(("line", "warehouse", "quantity"), row)) for row in rows]


MUTATIONS = [
    (OPERATOR, "c1", "settings_set", {"backorders_enabled": True}),
    (HOST, "c2", "warehouse_upsert", {"items": [{"warehouse": "north", "priority": 1}, {"warehouse": "süd", "priority": 2},
                                                {"warehouse": "acme-depot", "owner": "acme", "priority": 3}]}),
    (OPERATOR, "c3", "warehouse_upsert", {"items": [{"warehouse": "north", "priority": -1, "active": True},
                                                    {"warehouse": "acme-depot", "owner": "globex"}]}),
    (HOST, "c4", "catalog_upsert", {"products": [{"product": "shirt", "seller": "acme"}, {"product": "mug", "seller": "globex"}],
                                    "variants": [{"variant": "red", "product": "shirt"}, {"variant": "blåu \"x\"", "product": "shirt"},
                                                 {"variant": "cup", "product": "mug"}]}),
    (ACME, "c5", "catalog_upsert", {"products": [{"product": "hat", "seller": "acme"}],
                                    "variants": [{"variant": "cup", "product": "hat"}, {"variant": "hat-m", "product": "hat"}]}),
    (OPERATOR, "c6", "policy_set", {"items": [{"product": "shirt", "policy": "allow"}, {"variant": "cup", "policy": "allow"},
                                              {"product": "unknown", "policy": "allow"}]}),
    (ACME, "c7", "policy_set", {"items": [{"variant": "blåu \"x\"", "policy": "deny"}]}),
    (OPERATOR, "c8", "threshold_set", {"items": [{"variant": "red", "warehouse": "north", "threshold": 5},
                                                 {"product": "mug", "warehouse": "süd", "mode": "unlimited"},
                                                 {"variant": "unknown", "warehouse": "north", "threshold": 5}]}),
    (ACME, "c9", "threshold_set", {"items": [{"product": "shirt", "warehouse": "acme-depot", "threshold": 2}]}),
    (OPERATOR, "g1", "receive", items(variant=["red", "cup", "unknown"], warehouse=["north", "süd", "north"], quantity=[3, 4, 1])),
    (ACME, "g2", "receive", items(variant=["blåu \"x\"", "red"], warehouse=["süd", "acme-depot"], quantity=[6, 1])),
    (HOST, "o1", "place", {"order": "o1", "lines": lines(("1", "red", 6), ("2", "cup", 2))}),
    (HOST, "o2", "place", {"order": "o2", "priority": 3, "warehouses": ["süd", "north"],
                           "lines": lines(("b", "cup", 3, "süd"), ("a", "blåu \"x\"", 2, "", True))}),
    (ACME, "o3", "place", {"order": "o3", "lines": lines(("1", "red", 2))}),
    (OPERATOR, "g3", "receive", items(variant=["red", "red"], warehouse=["north", "north"], quantity=[1, 1])),
    (OPERATOR, "g4", "count", {"items": [{"variant": "cup", "warehouse": "süd", "on_hand": 1},
                                         {"variant": "red", "warehouse": "north", "on_hand": 5},
                                         {"variant": "hat-m", "warehouse": "unknown", "on_hand": 5}]}),
    (OPERATOR, "g5", "transfer", {"items": [{"variant": "blåu \"x\"", "from": "süd", "to": "north", "quantity": 1},
                                            {"variant": "cup", "from": "süd", "to": "north", "quantity": 100}]}),
    (OPERATOR, "f1", "fulfill", {"order": "o1", "strict": False, "entries": entries(("1", "north", 2))}),
    (ACME, "f2", "fulfill", {"order": "o2", "strict": True, "entries": entries(("a", "süd", 1))}),
    (OPERATOR, "f3", "fulfill", {"order": "o1", "entries": entries(("1", "acme-depot", 1), ("1", "north", 1))}),
    (OPERATOR, "f4", "cancel_fulfillment", {"order": "o1", "fulfillment": 1, "units": "to_line"}),
    (OPERATOR, "f5", "cancel_fulfillment", {"order": "o1", "fulfillment": 2, "units": "to_stock"}),
    (ACME, "f6", "cancel_fulfillment", {"order": "o2", "fulfillment": 1, "units": "written_off"}),
    (OPERATOR, "m1", "threshold_set", {"items": [{"variant": "cup", "warehouse": "north", "mode": "unlimited"}]}),
    (GLOBEX, "m2", "reassign", {"order": "o2", "line": "b", "from": "süd", "to": "north", "quantity": 1}),
    (HOST, "x1", "cancel", {"order": "o1", "lines": [{"line": "2", "quantity": 1}]}),
    (ACME, "x2", "cancel", {"order": "o3"}),
    (OPERATOR, "c10", "settings_set", {"backorders_enabled": False}),
    (OPERATOR, "c11", "settings_set", {"backorders_enabled": True}),
]
BATCHES = [
    (HOST, "", "place_batch", {"orders": [{"order": "b1", "lines": lines(("1", "red", 1))},
                                          {"order": "b2", "lines": lines(("1", "hat-m", 1))},
                                          {"order": "b3", "priority": 9, "lines": lines(("1", "red", 1), ("2", "cup", 1))}]}),
]
# What was asked by an order or key is asked once more after it, by whom it concerns.
QUESTIONS = [
    (HOST, "", "settings_get", {}),
    (HOST, "", "stock", {"products": ["shirt", "mug", "hat"]}),
    (ACME, "", "stock", {"products": ["shirt"]}),
    (HOST, "", "queue", {"variant": "red"}),
    (HOST, "", "queue", {"variant": "cup"}),
    *((HOST, "", operation, {"order": order}) for order in ("o1", "o2", "o3") for operation in ("order", "shippable")),
    (HOST, "", "ledger", {"variant": "red", "limit": 100}),
    (GLOBEX, "", "ledger", {"variant": "cup", "limit": 100}),
    (HOST, "", "events", {"consumer": "all", "limit": 1000}),
    (ACME, "", "events", {"consumer": "all", "limit": 1000}),
    (HOST, "", "verify", {}),
]


def steps(version):
    """Of a library of that version, as (major, minor): what it can be asked."""
    return MUTATIONS + (BATCHES if version >= (1, 1) else []) + QUESTIONS
