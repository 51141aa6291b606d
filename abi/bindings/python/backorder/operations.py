"""Every operation as a method. Arguments carry the names of README.md, "Operations"; items are mappings as requests.py types them."""
from __future__ import annotations

import ctypes
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, Literal, TypeVar

from . import _abi, _pack, requests
from ._abi import Status
from .call import Call
from .errors import refusal

Answer = TypeVar("Answer")


def _packed_text(name: str, value: str) -> tuple[bytes, int]:
    encoded = _pack.text(name, value)
    return encoded, len(encoded)


def _packed_items(struct: Any, name: str, values: Iterable[Mapping[str, Any]]) -> tuple[Any, int]:
    array = _pack.items(struct, name, values)
    return array, len(array)


def _dry(dry_run: bool) -> int:
    return _abi.DRY_RUN if _pack.flag("dry_run", dry_run) else 0


class Operations(Generic[Answer]):
    """What a handle can be asked. A mutation's Call needs an idempotency key, except place and dry runs."""

    def _run(self, call: Call, function: str, *arguments: Any) -> Answer:
        raise NotImplementedError

    def json(self, call: Call, operation: str, request: Mapping[str, Any] | None = None) -> Answer:
        """Any operation by its name; the request's members as README.md, "Operations", lists them."""
        try:
            text = json.dumps({} if request is None else request, ensure_ascii=False)
        except (TypeError, ValueError) as error:
            raise refusal(Status.JSON, str(error)) from None
        return self._run(call, "bo_call_json", *_packed_text("operation", operation), *_packed_text("request", text))

    def _json(self, call: Call, operation: str, **request: Any) -> Answer:
        return self.json(call, operation, {name: value for name, value in request.items() if value is not None})

    # Settings, policies, thresholds

    def settings_get(self, call: Call) -> Answer:
        """Answers table settings."""
        return self._run(call, "bo_settings_get")

    def settings_set(self, call: Call, backorders_enabled: bool, dry_run: bool = False) -> Answer:
        """Turns backorders on or off; table settings tells how many units stand over the limit."""
        settings = _abi.bo_settings(struct_size=ctypes.sizeof(_abi.bo_settings), flags=_dry(dry_run),
                                    backorders_enabled=_pack.flag("backorders_enabled", backorders_enabled))
        return self._run(call, "bo_settings_set", settings)

    def policy_set(self, call: Call, items: Iterable[requests.PolicyItem], dry_run: bool = False) -> Answer:
        """items: product or variant, policy (allow, deny, inherit). Answers table policies."""
        return self._run(call, "bo_policy_set", *_packed_items(_abi.bo_policy, "items", items), _dry(dry_run))

    def threshold_set(self, call: Call, items: Iterable[requests.ThresholdItem], dry_run: bool = False) -> Answer:
        """items: product or variant, warehouse, threshold or mode (unlimited, inherit). Answers table thresholds."""
        return self._run(call, "bo_threshold_set", *_packed_items(_abi.bo_threshold, "items", items), _dry(dry_run))

    # Warehouses and catalogue

    def warehouse_upsert(self, call: Call, items: Sequence[requests.Warehouse], dry_run: bool = False) -> Answer:
        """items: warehouse, owner, priority, active. Answers table warehouses."""
        return self._json(call, "warehouse_upsert", items=items, dry_run=dry_run or None)

    def catalog_upsert(self, call: Call, products: Sequence[requests.Product] | None = None,
                       variants: Sequence[requests.Variant] | None = None) -> Answer:
        """products: product, seller; variants: variant, product. Answers tables products, variants."""
        return self._json(call, "catalog_upsert", products=products, variants=variants)

    # Questions

    def stock(self, call: Call, variants: Iterable[str] = (), products: Iterable[str] = (), warehouse: str = "") -> Answer:
        """Answers tables stock, variant_totals, product_totals."""
        query = _abi.bo_stock_query(struct_size=ctypes.sizeof(_abi.bo_stock_query))
        query.variants, query.variant_lengths, query.variant_count = _pack.texts("variants", variants)
        query.products, query.product_lengths, query.product_count = _pack.texts("products", products)
        _pack.put_text(query, "warehouse", warehouse)
        return self._run(call, "bo_stock", query)

    def availability(self, call: Call, items: Iterable[requests.AvailabilityItem]) -> Answer:
        """items: variant, quantity. Answers table availability."""
        return self._run(call, "bo_availability", *_packed_items(_abi.bo_availability_item, "items", items))

    def queue(self, call: Call, variant: str | None = None, warehouse: str | None = None, seller: str | None = None,
              order: str | None = None, limit: int | None = None, skip: int | None = None, after: str | None = None) -> Answer:
        """Who waits, in their places; after: the cursor of the page before. Answers tables queue, cursor."""
        return self._json(call, "queue", variant=variant, warehouse=warehouse, seller=seller, order=order, limit=limit, skip=skip,
                          after=after)

    # Goods

    def receive(self, call: Call, items: Iterable[requests.Receipt]) -> Answer:
        """items: variant, warehouse, quantity. Answers tables moves, covered."""
        return self._run(call, "bo_receive", *_packed_items(_abi.bo_receipt, "items", items))

    def count(self, call: Call, items: Sequence[requests.StockCount]) -> Answer:
        """items: variant, warehouse, on_hand. Answers tables moves, covered, fallen_back."""
        return self._json(call, "count", items=items)

    def transfer(self, call: Call, items: Sequence[requests.TransferItem]) -> Answer:
        """items: variant, from, to, quantity. Answers tables moves, covered."""
        return self._json(call, "transfer", items=items)

    # Orders

    def place(self, call: Call, order: str, lines: Iterable[requests.OrderLine], priority: int = 0,
              warehouses: Iterable[str] = ()) -> Answer:
        """All of the order or nothing; its id is its key. lines: line, variant, quantity, warehouse, decline_backorder.
        Answers tables order, lines, parts."""
        whole = {"order": order, "lines": lines, "priority": priority, "warehouses": warehouses}
        return self._run(call, "bo_place", _pack.items(_abi.bo_order, "orders", [whole]))

    def place_batch(self, call: Call, orders: Iterable[requests.Order]) -> Answer:
        """Each order is placed or refused for itself. orders: as of place. Answers tables placed, placed_parts."""
        return self._run(call, "bo_place_batch", *_packed_items(_abi.bo_order, "orders", orders))

    def cancel(self, call: Call, order: str, lines: Iterable[requests.CancelLine] = ()) -> Answer:
        """lines: line, quantity; none: all that is still open. Answers tables order, lines, parts, covered."""
        return self._run(call, "bo_cancel", *_packed_text("order", order), *_packed_items(_abi.bo_order_units, "lines", lines))

    def order(self, call: Call, order: str) -> Answer:
        """Answers tables order, lines, parts, fulfillments."""
        return self._json(call, "order", order=order)

    def shippable(self, call: Call, order: str) -> Answer:
        """What could ship now, where, and why the rest cannot. Answers tables order, shippable."""
        return self._run(call, "bo_shippable", *_packed_text("order", order))

    def fulfill(self, call: Call, order: str, entries: Iterable[requests.FulfillEntry], strict: bool = False) -> Answer:
        """entries: line, warehouse, quantity. Answers tables fulfillments, order, lines, parts."""
        return self._run(call, "bo_fulfill", *_packed_text("order", order), *_packed_items(_abi.bo_order_units, "entries", entries),
                         _abi.STRICT if _pack.flag("strict", strict) else 0)

    def cancel_fulfillment(self, call: Call, order: str, fulfillment: int,
                           units: Literal["to_line", "to_stock", "written_off"]) -> Answer:
        """units: to_line, to_stock or written_off. Answers tables fulfillments, order, lines, parts."""
        return self._json(call, "cancel_fulfillment", order=order, fulfillment=fulfillment, units=units)

    def reassign(self, call: Call, order: str, line: str, from_: str, to: str, quantity: int) -> Answer:
        """Waiting units wait, or are taken, elsewhere. Answers tables order, lines, parts."""
        return self._json(call, "reassign", order=order, line=line, **{"from": from_}, to=to, quantity=quantity)

    # Events, ledger, proof

    def events(self, call: Call, consumer: str, acknowledge: str = "", limit: int = 0) -> Answer:
        """The next events; acknowledge: the cursor of the page before. Answers tables events, cursor, held."""
        return self._run(call, "bo_events", *_packed_text("consumer", consumer), *_packed_text("acknowledge", acknowledge),
                         _pack.integer("limit", limit))

    def events_acknowledge(self, call: Call, consumer: str, cursor: str) -> Answer:
        """Answers table cursor."""
        return self._run(call, "bo_events_acknowledge", *_packed_text("consumer", consumer), *_packed_text("cursor", cursor))

    def ledger(self, call: Call, variant: str | None = None, warehouse: str | None = None, order: str | None = None,
               after: int | None = None, limit: int | None = None) -> Answer:
        """Answers table ledger."""
        return self._json(call, "ledger", variant=variant, warehouse=warehouse, order=order, after=after, limit=limit)

    def verify(self, call: Call) -> Answer:
        """Proves the counters from the ledger. Answers tables verify, differences."""
        return self._json(call, "verify")

    # Lists, page by page; after: the cursor of the page before

    def warehouses(self, call: Call, after: str | None = None, limit: int | None = None) -> Answer:
        """Answers tables warehouse_list, cursor."""
        return self._json(call, "warehouses", after=after, limit=limit)

    def products(self, call: Call, seller: str | None = None, after: str | None = None, limit: int | None = None) -> Answer:
        """Answers tables product_list, cursor."""
        return self._json(call, "products", seller=seller, after=after, limit=limit)

    def variants(self, call: Call, seller: str | None = None, after: str | None = None, limit: int | None = None) -> Answer:
        """Answers tables variant_list, cursor."""
        return self._json(call, "variants", seller=seller, after=after, limit=limit)

    def open_orders(self, call: Call, seller: str | None = None, after: str | None = None, limit: int | None = None) -> Answer:
        """The oldest first. Answers tables open_orders, cursor."""
        return self._json(call, "open_orders", seller=seller, after=after, limit=limit)
