"""Python values into the structs of the header. What cannot be is refused with the library's own statuses."""
from __future__ import annotations

import ctypes
import functools
from collections.abc import Iterable, Mapping
from typing import Any

from . import _abi
from ._abi import Policy, Status, ThresholdMode
from .errors import refusal

WORDS = {"policy": Policy, "mode": ThresholdMode}
FLAGS = {"decline_backorder": _abi.DECLINE_BACKORDER}
INT64 = 1 << 63


def text(name: str, value: Any) -> bytes:
    if type(value) is not str:
        raise refusal(Status.ARGUMENT, f"{name} is a text, not {type(value).__name__}", field=name)
    try:
        return value.encode()
    except UnicodeEncodeError:
        raise refusal(Status.TEXT, f"{name} cannot be written as UTF-8", field=name) from None


def integer(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise refusal(Status.ARGUMENT, f"{name} is an integer, not {type(value).__name__}", field=name)
    if not -INT64 <= value < INT64:
        raise refusal(Status.ARGUMENT, f"{name} does not fit 64 bits", field=name)
    return value


def flag(name: str, value: Any) -> bool:
    if type(value) is not bool:
        raise refusal(Status.ARGUMENT, f"{name} is True or False, not {type(value).__name__}", field=name)
    return value


def word(name: str, value: Any) -> int:
    words = WORDS[name]
    if isinstance(value, words):
        return value
    try:
        return words[value.upper()]
    except (AttributeError, KeyError):
        raise refusal(Status.ARGUMENT, f"{name} is none of {', '.join(words.__members__).lower()}", field=name) from None


def texts(name: str, values: Any) -> tuple[Any, Any, int]:
    """Ids as the header takes them: pointers, lengths, count."""
    encoded = [text(name, value) for value in sequence(name, values)]
    return (ctypes.c_char_p * len(encoded))(*encoded), (ctypes.c_size_t * len(encoded))(*map(len, encoded)), len(encoded)


def sequence(name: str, values: Any) -> list[Any]:
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise refusal(Status.ARGUMENT, f"{name} is a sequence, not {type(values).__name__}", field=name)
    return list(values)


def put_text(struct: Any, name: str, value: Any) -> None:
    encoded = text(name, value)
    setattr(struct, name, encoded)
    setattr(struct, f"{name}_length", len(encoded))


def put_integer(struct: Any, name: str, value: Any) -> None:
    setattr(struct, name, integer(name, value))


def put_word(struct: Any, name: str, value: Any) -> None:
    setattr(struct, name, word(name, value))


def put_flag(struct: Any, name: str, value: Any) -> None:
    struct.flags |= FLAGS[name] if flag(name, value) else 0


def put_lines(struct: Any, name: str, value: Any) -> None:
    lines = items(_abi.bo_order_line, name, value)
    struct.lines, struct.line_count = lines, len(lines)


def put_warehouses(struct: Any, name: str, value: Any) -> None:
    struct.warehouses, struct.warehouse_lengths, struct.warehouse_count = texts(name, value)


@functools.lru_cache(maxsize=None)
def members(struct: Any) -> dict[str, Any]:
    """What a mapping for that struct may hold, and how each is put there."""
    types: dict[str, Any] = {field[0]: field[1] for field in struct._fields_}
    found: dict[str, Any] = {name: put_text for name in types if f"{name}_length" in types}
    found |= {name: put_integer for name, kind in types.items() if kind is ctypes.c_int64}
    found |= {name: put_word for name in WORDS if name in types}
    if struct is _abi.bo_order_line:
        found |= {name: put_flag for name in FLAGS}
    if struct is _abi.bo_order:
        found |= {"lines": put_lines, "warehouses": put_warehouses}
    return found


def fill(struct: ctypes.Structure, members_of: dict[str, Any], values: Mapping[str, Any]) -> None:
    struct.struct_size = ctypes.sizeof(struct)
    for name, value in values.items():
        if name not in members_of:
            raise refusal(Status.UNKNOWN_MEMBER, f"{name} is not known here", field=str(name))
        if value is not None:
            members_of[name](struct, name, value)


def items(struct: Any, name: str, values: Any) -> ctypes.Array[Any]:
    """An array of structs, one for each mapping."""
    listed = sequence(name, values)
    array: ctypes.Array[Any] = (struct * len(listed))()
    known = members(struct)
    for packed, value in zip(array, listed):
        if not isinstance(value, Mapping):
            raise refusal(Status.ARGUMENT, f"{name} holds mappings, not {type(value).__name__}", field=name)
        fill(packed, known, value)
    return array
