"""The types accept what the binding takes and refuse what it does not; checked, never run."""
from __future__ import annotations

import backorder
from backorder import Call, Permission, Policy
from backorder.requests import Order, OrderLine


host, operator = Call.host("main"), Call.operator("main", Permission(15)).with_key("k")
line: OrderLine = {"line": "1", "variant": "red", "quantity": 1, "warehouse": "north", "decline_backorder": True}
order: Order = {"order": "o", "lines": [line], "priority": 1, "warehouses": ("north",)}

with backorder.open("postgresql:///shop", migrate=True, pool_size=4) as shop:
    shop.place(host, "o", [line, {"line": "2", "variant": "red", "quantity": 1}])
    shop.place_batch(host, [order])
    shop.policy_set(operator, [{"product": "shirt", "policy": "allow"}, {"variant": "red", "policy": Policy.DENY}])
    shop.threshold_set(operator, [{"variant": "red", "warehouse": "north", "threshold": 5}])
    shop.transfer(operator, [{"variant": "red", "from": "north", "to": "south", "quantity": 1}])
    replayed: bool = shop.verify(host).replayed
    tables: list[str] = shop.verify(host).tables
    backorder.open("postgresql:///shop", pol_size=3)  # type: ignore[call-arg]
    backorder.open("postgresql:///shop", pool_size="3")  # type: ignore[arg-type]
    shop.place(host, "o", [{"line": "1", "varient": "red", "quantity": 1}])  # type: ignore[typeddict-item]
    shop.place(host, "o", [{"line": "1", "variant": "red", "quantity": "2"}])  # type: ignore[typeddict-item]
    shop.place(host, "o", [{"line": "1", "variant": "red"}])  # type: ignore[typeddict-item]
    shop.place(host, 7, [line])  # type: ignore[arg-type]
    shop.place_batch(host, [{"order": "o"}])  # type: ignore[typeddict-item]
    shop.policy_set(operator, [{"product": "shirt", "policy": "perhaps"}])  # type: ignore[typeddict-item]
    shop.receive(operator, [{"variant": "red", "warehouse": "north", "on_hand": 1}])  # type: ignore[typeddict-item]
    shop.count(operator, [{"variant": "red", "warehouse": "north", "quantity": 1}])  # type: ignore[typeddict-item]
    shop.cancel_fulfillment(operator, "o", 1, "to_nowhere")  # type: ignore[arg-type]
    shop.replay(host)  # type: ignore[attr-defined]
