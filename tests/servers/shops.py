"""A shop to serve: deployed as packaging/README.md says, with one variant on the shelf; and what the database says of it."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "abi/bindings/python"))

import backorder  # noqa: E402: found there
from backorder import Call, Permission  # noqa: E402

HOST = Call.host("shop")
OPERATOR = Call.operator("shop", Permission.MANAGE_MARKETPLACE | Permission.MANAGE_INVENTORY)


def rows(database, query):
    return subprocess.check_output(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", database, "-c", query], text=True).split()


class Shop:
    """`runtime` is the URL of the role that its servers use, of whom nobody else is."""

    def __init__(self, name, on_hand, room):
        self.owner = subprocess.check_output([ROOT / "tests/support/fresh-database", f"servers_{name}"], text=True).strip()
        self.role = f"servers_{name}"
        self.runtime = self.owner.replace("user=backorder", f"user={self.role}")
        self.deploy()
        with self.open() as shop:
            shop.warehouse_upsert(HOST.with_key("warehouses"), [{"warehouse": "berlin"}])
            shop.catalog_upsert(HOST.with_key("catalogue"), [{"product": "mug", "seller": "acme"}],
                                [{"variant": "mug-blue", "product": "mug"}])
            shop.settings_set(OPERATOR.with_key("on"), backorders_enabled=True)
            shop.policy_set(OPERATOR.with_key("allow"), [{"product": "mug", "policy": "allow"}])
            shop.threshold_set(OPERATOR.with_key("threshold"), [{"variant": "mug-blue", "warehouse": "berlin", "threshold": room}])
            shop.receive(OPERATOR.with_key("delivery"), [{"variant": "mug-blue", "warehouse": "berlin", "quantity": on_hand}])

    def open(self):
        return backorder.open(self.owner, default_timeout_ms=30000)

    def deploy(self):
        rows(self.owner, f"DO $$ BEGIN CREATE ROLE {self.role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
        subprocess.run([ROOT / "packaging/migrate", self.owner], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["psql", "-qX", self.owner, "-v", "ON_ERROR_STOP=1", "-v", "schema=backorder", "-v", f"runtime={self.role}",
                        "-f", ROOT / "packaging/grants.sql"], check=True)

    def connections(self):
        """How many its servers have now."""
        return int(rows(os.environ["BACKORDER_TEST_DATABASE"],
                        f"SELECT count(*) FROM pg_stat_activity WHERE usename = '{self.role}'")[0])

    def counters(self):
        with self.open() as shop:
            [stock] = shop.stock(OPERATOR, variants=["mug-blue"]).rows("stock")
            return {name: stock[name] for name in ("on_hand", "allocated", "backordered")}

    def differences(self):
        with self.open() as shop:
            return shop.verify(HOST).column("verify", "differences")[0]
