"""A shop in Python: sells past zero as far as it may, restocks, ships, tells what happened. host.py DATABASE"""
import sys
import time

import backorder
from backorder import Call, Permission, Refused

MARKETPLACE = f"python-{time.time_ns()}"
host = Call.host(MARKETPLACE)
operator = Call.operator(MARKETPLACE, Permission.MANAGE_MARKETPLACE)
seller = Call.of_seller(MARKETPLACE, "acme", Permission.MANAGE_INVENTORY | Permission.MANAGE_FULFILLMENTS)


def buy(shop, order, quantity):
    try:
        with shop.place(host, order, [{"line": "1", "variant": "mug-blue", "quantity": quantity}]) as placed:
            line = placed.rows("lines")[0]
            print(f"{order}: {line['allocated']} now, {line['waiting']} on backorder")
    except Refused as refused:
        shortage = refused.details[0]
        print(f"{order}: {refused.status.name}: asked {shortage['asked']}, available {shortage['available']}")


with backorder.open(sys.argv[1], migrate=True) as shop:
    shop.warehouse_upsert(host.with_key("warehouses"), [{"warehouse": "berlin"}])
    shop.catalog_upsert(host.with_key("catalogue"), [{"product": "mug", "seller": "acme"}], [{"variant": "mug-blue", "product": "mug"}])
    shop.settings_set(operator.with_key("on"), backorders_enabled=True)
    shop.policy_set(seller.with_key("allow"), [{"product": "mug", "policy": "allow"}])
    shop.threshold_set(seller.with_key("threshold"), [{"variant": "mug-blue", "warehouse": "berlin", "threshold": 3}])
    shop.receive(seller.with_key("delivery-1"), [{"variant": "mug-blue", "warehouse": "berlin", "quantity": 2}])
    buy(shop, "anna", 3)
    buy(shop, "bruno", 2)
    buy(shop, "carla", 1)
    stock = shop.stock(seller, variants=["mug-blue"])
    print("on backorder:", dict(zip(stock.column("stock", "warehouse"), stock.column("stock", "backordered"))))
    arrived = shop.receive(seller.with_key("delivery-2"), [{"variant": "mug-blue", "warehouse": "berlin", "quantity": 1}])
    print("covered:", arrived.column("covered", "order"))
    shipped = shop.fulfill(seller.with_key("ship-anna"), "anna", [{"line": "1", "warehouse": "berlin", "quantity": 3}])
    print("anna:", shipped.rows("order")[0]["state"])
    print("events:", ", ".join(shop.events(host, "mail", limit=100).column("events", "type")))
    sys.exit(shop.verify(host).column("verify", "differences") != [0])
