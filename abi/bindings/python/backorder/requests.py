"""Written by abi/bindings/generate from requests.hpp and backorder.h; not to be edited.

What the items of a request hold, for type checkers and editors.
"""
from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict, Union

from ._abi import Policy, ThresholdMode


class _PolicyItem(TypedDict):
    policy: Union[Literal["allow", "deny", "inherit"], Policy]


class PolicyItem(_PolicyItem, total=False):
    product: str
    variant: str


class _ThresholdItem(TypedDict):
    warehouse: str


class ThresholdItem(_ThresholdItem, total=False):
    product: str
    variant: str
    mode: Union[Literal["limit", "unlimited", "inherit"], ThresholdMode]
    threshold: int


class _Warehouse(TypedDict):
    warehouse: str


class Warehouse(_Warehouse, total=False):
    owner: str
    priority: int
    active: bool


class Product(TypedDict):
    product: str
    seller: str


class Variant(TypedDict):
    variant: str
    product: str


class _AvailabilityItem(TypedDict):
    variant: str


class AvailabilityItem(_AvailabilityItem, total=False):
    quantity: int


class Receipt(TypedDict):
    variant: str
    warehouse: str
    quantity: int


class StockCount(TypedDict):
    variant: str
    warehouse: str
    on_hand: int


TransferItem = TypedDict("TransferItem", {"variant": str, "from": str, "to": str, "quantity": int})


class _OrderLine(TypedDict):
    line: str
    variant: str
    quantity: int


class OrderLine(_OrderLine, total=False):
    warehouse: str
    decline_backorder: bool


class CancelLine(TypedDict):
    line: str
    quantity: int


class FulfillEntry(TypedDict):
    line: str
    warehouse: str
    quantity: int


class _Order(TypedDict):
    order: str
    lines: Iterable[OrderLine]


class Order(_Order, total=False):
    priority: int
    warehouses: Iterable[str]
